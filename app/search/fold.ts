/**
 * When two words are the same to a search: folded, they are the same text. Case is folded, and so are the marks that
 * are written above and below letters in Latin, Greek, Arabic and Hebrew, what Unicode keeps for the sake of old
 * encodings (ligatures, wide and narrow letters), and Russian ё. Letters that only look like another one with a mark stay:
 * Cyrillic й and ї, Japanese が, the vowels of Indian scripts. FTS5 folds what comes out of here no further.
 */

/** Marks that are folded away, the Arabic tatweel, and signs that are not seen within a word. */
const DROPPED =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\ua670-\ua672]|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|[\u00ad\u061c\u0640\u200c-\u200f\u2060\ufeff]/gu

const ONLY_WORD = /^[\p{L}\p{N}\p{M}\p{Co}]+$/u
const CYRILLIC = /^(?=\p{L})\p{Script=Cyrillic}$/u

/** What a mark makes of the letter before it has to be seen together. */
const CLUSTERS = /.[\p{M}\uff9e\uff9f]*/gsu

/** Words that were folded before: a language has few, and a character of Chinese is one. */
const known = new Map<string, string>()
const MOST_KNOWN = 50_000

/** A word as it is compared. Linear. */
export function fold(word: string): string {
  if (isAscii(word)) return word.toLowerCase()
  const before = known.get(word)
  if (before !== undefined) return before
  let folded = ''
  for (const [cluster] of word.matchAll(CLUSTERS)) folded += foldedCluster(cluster)
  if (known.size >= MOST_KNOWN) known.clear()
  if (word.length < 30) known.set(word, folded)
  return folded
}

const foldedCluster = (cluster: string): string =>
  Array.from(cluster.normalize('NFC'), foldLetter).join('').normalize('NFC')

function foldLetter(letter: string): string {
  if (CYRILLIC.test(letter)) return RUSSIAN[letter] ?? letter.toLowerCase()
  const compatible = letter.normalize('NFKC')
  const plain = ONLY_WORD.test(compatible) ? compatible : letter
  const bare = plain.toLowerCase().normalize('NFD').replace(DROPPED, '').normalize('NFC')
  return bare.replaceAll('ς', 'σ')
}

const RUSSIAN: Readonly<Record<string, string>> = { ё: 'е', Ё: 'е' }

function isAscii(word: string): boolean {
  for (let index = 0; index < word.length; index++) if (word.charCodeAt(index) > 0x7f) return false
  return true
}
