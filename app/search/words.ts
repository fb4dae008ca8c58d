/**
 * The words of a text, for searching. In scripts that put no spaces between words (Chinese, Japanese, Thai, Lao, Khmer,
 * Burmese) each character is a word, and what a person would call one is a phrase of them: so words of any length are
 * found, without a dictionary.
 */
import { fold } from './fold.ts'

/** Words by their places: UTF-16 units, ascending, disjoint. */
export interface Words {
  readonly text: string
  /** [start, end, start, end …] */
  readonly places: readonly number[]
}

/** What a character does: parts words, is in one, is one by itself, or belongs to what stands before it. */
const PARTS = 1
const WITHIN = 2
const ALONE = 3
const BELONGS = 4
type Kind = 1 | 2 | 3 | 4

/** Finds the words of a text. Linear. */
export function wordsOf(text: string): Words {
  const places: number[] = []
  let start = -1
  let before: Kind = PARTS
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    const point = unit < 0xd800 || unit > 0xdbff ? unit : (text.codePointAt(at) ?? unit)
    const kind = kindOf(point)
    if (kind === PARTS || kind === ALONE || (kind === WITHIN && before === ALONE)) {
      if (start >= 0) places.push(start, at)
      start = kind === PARTS ? -1 : at
    } else if (start < 0) start = at
    if (kind !== BELONGS || before === PARTS) before = kind
    at += point > 0xffff ? 2 : 1
  }
  if (start >= 0) places.push(start, text.length)
  return { text, places: withoutEmpty(text, places) }
}

/** The folded words of a text, in order. */
export function foldedWords(text: string): string[] {
  const { places } = wordsOf(text)
  const folded: string[] = []
  for (let index = 0; index < places.length; index += 2)
    folded.push(fold(text.slice(places[index], places[index + 1])))
  return folded
}

/** A mark or unseen sign that stands alone is no word. */
function withoutEmpty(text: string, places: number[]): number[] {
  const kept: number[] = []
  for (let index = 0; index < places.length; index += 2) {
    const [start = 0, end = 0] = [places[index], places[index + 1]]
    if (kindOf(text.codePointAt(start) ?? 0) !== BELONGS || fold(text.slice(start, end)) !== '')
      kept.push(start, end)
  }
  return kept
}

const kinds = new Uint8Array(0x110000)

function kindOf(point: number): Kind {
  const known = kinds[point]
  // Only kinds are ever put there, and 0 where none is.
  if (known) return known as Kind
  const kind = kindOfCharacter(String.fromCodePoint(point))
  kinds[point] = kind
  return kind
}

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70]$/u

function kindOfCharacter(character: string): Kind {
  // The apostrophe that is a letter parts Ukrainian words like the others, so that all of them are found alike.
  if (character === '\u02bc') return PARTS
  if (/^[\p{M}\uff9e\uff9f]$/u.test(character) || fold(character) === '') return BELONGS
  if (!/^[\p{L}\p{N}\p{Co}]$/u.test(character)) return PARTS
  return UNSPACED.test(character) && !/^[\p{Nd}\p{No}]$/u.test(character) ? ALONE : WITHIN
}
