import { Metadata } from '#app/model/article'

/** Longest block that is looked for, in UTF-16 units. */
const LONGEST = 8_000

/**
 * Takes the block of `key: value` lines between two lines of `---` off the head of a text, as Markdown files
 * carry it. Only a block whose every line is of that form, and that names a field of an article, is taken for
 * one; else the text stays whole.
 */
export function frontMatter(text: string): { text: string; metadata: Partial<Metadata> } {
  const block = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, LONGEST))
  const lines = block?.[1]?.split(/\r?\n/).filter(line => line.trim() !== '') ?? []
  const pairs = lines.map(line => /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line))
  const fields = Object.fromEntries(
    pairs.flatMap(pair => (pair?.[1] ? [[pair[1].toLowerCase(), unquoted(pair[2] ?? '')]] : [])),
  )
  const known = Metadata.unwrap()
    .partial()
    .safeParse({ ...fields, published: fields.published ?? fields.date })
  if (
    !block ||
    pairs.includes(null) ||
    !known.success ||
    Object.values(known.data).every(value => value === undefined)
  ) {
    return { text, metadata: {} }
  }
  const given = Object.entries(known.data).filter(([, value]) => value !== undefined)
  return { text: text.slice(block[0].length).replace(/^\s*\n/, ''), metadata: Object.fromEntries(given) }
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2')
