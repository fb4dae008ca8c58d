/**
 * Plain texts: of characters that FTS5 (unicode61 with remove_diacritics 2) folds and parts as this room does, each by
 * itself. Most texts in Latin and Cyrillic letters are such; they are indexed as they are, and searched faster.
 */
import { fold } from './fold.ts'
import type { Phrase } from './query.ts'

const RANGES =
  '\\0-\\u00a9\\u00ab-\\u00ac\\u00ae-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf-\\u0131\\u0134-\\u013e\\u0141-\\u0148\\u014a-\\u017e\\u0400\\u0402-\\u0450\\u0452-\\u045f\\u0490-\\u0491\\u2010-\\u201f\\u2020-\\u2027\\u202f-\\u203a\\u20a0-\\u20b9\\u2116\\u2122'

const PLAIN = new RegExp(`^[${RANGES}]*$`)

export const isPlain = (text: string): boolean => PLAIN.test(text)

/** Plain letters and digits, by what they are folded to. */
const letters: ReadonlyMap<string, string> = lettersByFolded()

function lettersByFolded(): Map<string, string> {
  const by = new Map<string, string>()
  for (let unit = 0; unit < 0x500; unit++) {
    const letter = String.fromCharCode(unit)
    if (isPlain(letter) && /[\p{L}\p{N}]/u.test(letter))
      by.set(fold(letter), (by.get(fold(letter)) ?? '') + letter)
  }
  return by
}

const ALL = [...letters.values()].join('')

/**
 * A pattern of where a phrase stands in plain texts, for `exec` with `lastIndex`; undefined for one that stands in none.
 * Its words are letters and digits only, so nothing in them means anything to a pattern.
 */
export function plainPattern({ words, prefix }: Pick<Phrase, 'words' | 'prefix'>): RegExp | undefined {
  const sources = words.map(word => {
    const classes = Array.from(word, letter => letters.get(letter))
    return classes.every(one => one !== undefined) ? classes.map(one => `[${one}]`).join('') : undefined
  })
  if (sources.some(source => source === undefined)) return undefined
  const rest = prefix ? `[${ALL}]*` : ''
  return new RegExp(`(?<![${ALL}])${sources.join(`[^${ALL}]+`)}${rest}(?![${ALL}])`, 'g')
}
