/** The words of a document, to tell a hyphen that ends a line from one that belongs to the word. */
export interface Vocabulary {
  has(word: string): boolean
}

/** Words within lines: those are whole, and their hyphens their own. */
export function vocabulary(lines: readonly string[]): Vocabulary {
  const words = new Set<string>()
  for (const line of lines) {
    for (const word of line
      .slice(0, line.endsWith('-') ? line.lastIndexOf(' ') + 1 : undefined)
      .match(WORD) ?? [])
      words.add(word.toLowerCase())
  }
  return words
}

const WORD = /\p{L}+(?:-\p{L}+)*/gu

/** First parts of words that keep their hyphen in English even where nothing else tells. */
const KEPT = new Set(['self', 'ex', 'vice', 'well', 'half', 'all', 'pro', 'anti', 'non', 'post', 'pre'])

/** "Vor- und Nachteile": the hyphen stands for the rest of a word. */
const SUSPENDED = /^(?:und|oder|bis|bzw|sowie|and|or|et|ou|y|і|та|або)\b/iu

/** Two lines of one paragraph as one: a word that was divided between them is whole again. */
export function joinLines(before: string, after: string, words: Vocabulary): string {
  if (/\u00ad$/.test(before)) return before.slice(0, -1) + after
  if (/[\u3000-\u9fff\uff00-\uffef]$/.test(before) && /^[\u3000-\u9fff\uff00-\uffef]/.test(after))
    return before + after
  const divided = /(\p{L}+(?:-\p{L}+)*)[-\u2010]$/u.exec(before)?.[1]
  if (!divided || SUSPENDED.test(after)) return `${before} ${after}`
  const rest = /^\p{L}+(?:-\p{L}+)*/u.exec(after)?.[0] ?? ''
  if (rest === '') return /^\d/.test(after) ? before + after : `${before} ${after}`
  const isOwn =
    words.has(`${divided}-${rest}`.toLowerCase()) ||
    (!words.has(`${divided}${rest}`.toLowerCase()) &&
      (/^\p{Lu}/u.test(rest) || KEPT.has(divided.toLowerCase()) || divided.includes('-')))
  return (isOwn ? before : before.slice(0, -1)) + after
}
