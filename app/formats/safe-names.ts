/** Names that other programs and file systems take, made from names as people give them. */
import type { Article } from '../model/article.ts'

/** A name of unmarked Latin letters, digits, `_` and `-`; empty where none is left. */
export const asciiName = (name: string): string =>
  withoutMarks(name)
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^[_-]+|_+$/g, '')

/** A name without blanks, of any language, and without commas and bars, which divide lists. */
export const singleToken = (name: string): string => name.replace(DIVIDES, '_')

/** Also what is a blank for Python only. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are such blanks
const DIVIDES = /[\s\x1c-\x1f\x85,|]+/g

/** Gives each its name, and where one is taken already, the name with the first number that is free. */
export function uniquely<K>(
  names: Iterable<readonly [K, string]>,
  taken: Iterable<string> = [],
): ReadonlyMap<K, string> {
  const used = new Set(taken)
  const given = new Map<K, string>()
  for (const [key, name] of names) {
    let unique = name
    for (let number = 2; used.has(unique); number++) unique = `${name}_${number}`
    used.add(unique)
    given.set(key, unique)
  }
  return given
}

/** The name of an article's files: the beginning of its title, for people, and its id. */
export function documentName({ title, id }: Pick<Article, 'title' | 'id'>): string {
  const words =
    withoutMarks(title.slice(0, 200))
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const slug = words.join('-').slice(0, 40).replace(/-$/, '')
  return slug === '' ? id : `${slug}-${id}`
}

const withoutMarks = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')
