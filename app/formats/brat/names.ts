/** Names as brat and file systems take them, made from names as people give them. */
import type { Article } from '../../model/article.ts'

/** What ends a line for Python's `splitlines`, by which brat reads its files, and so may not stand in one. */
const LINE_BREAKS = '\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029'
export const LINE_BREAK: RegExp = new RegExp(`[${LINE_BREAKS}]+`, 'g')
const NO_VALUE = new RegExp(`[\\s${LINE_BREAKS}\\x1f,|]+`, 'g')

/** Text on one line, without blank space around it. */
export const onOneLine = (text: string): string => text.replace(LINE_BREAK, ' ').trim()

/** A name of letters, digits, `_` and `-`, the only ones that a type may have in brat; empty where none is left. */
export const typeName = (name: string): string =>
  withoutMarks(name)
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^[_-]+|_+$/g, '')

/** A name without blanks and without what divides values in brat's configuration. */
export const valueName = (value: string): string => value.replace(NO_VALUE, '_')

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
