/** Picking a piece of a text word by word, or character by character. Offsets are UTF-16 units of the text. */
import type { Range } from './range.ts'
import { segmenter } from './segmenter.ts'

/** A piece that is being picked: from where it was begun to where it reaches now, in either direction. */
export interface Pick {
  readonly anchor: number
  readonly focus: number
}

export type Unit = 'word' | 'character'

export const pickedRange = ({ anchor, focus }: Pick): Range => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
})

/** Units of text around a place in which its neighbours are looked for. */
const NEAR = 400

/**
 * The pick after its end was moved by one word or character. A word is taken, or let go, whole; the pick never becomes
 * empty, but turns round its beginning.
 *
 * @param language ISO 639-1 or BCP 47; empty where unknown
 */
export function extended(text: string, pick: Pick, step: 1 | -1, unit: Unit, language: string): Pick {
  const { anchor, focus: from } = pick
  const near = edgesNear(text, from, unit, language)
  // Beyond where it was begun the far edge of a word is reached; on the way back to there, the near one.
  const focus =
    step > 0
      ? near
          .map(({ start, end }) => (end <= anchor ? start : end))
          .find(place => place > from && place !== anchor)
      : near
          .map(({ start, end }) => (start >= anchor ? end : start))
          .findLast(place => place < from && place !== anchor)
  return focus === undefined ? pick : { ...pick, focus }
}

/** The word after (1) or before (-1) a piece; undefined where there is none. */
export function neighbour(text: string, piece: Range, step: 1 | -1, language: string): Range | undefined {
  return step > 0
    ? edgesNear(text, piece.end, 'word', language).find(({ start }) => start >= piece.end)
    : edgesNear(text, piece.start, 'word', language).findLast(({ end }) => end <= piece.start)
}

/** The first (1) or last (-1) word within a range; undefined where it has none. */
export function wordAtEdge(
  text: string,
  { start, end }: Range,
  step: 1 | -1,
  language: string,
): Range | undefined {
  const words = edgesNear(text, step > 0 ? start : end, 'word', language).filter(
    word => word.start >= start && word.end <= end,
  )
  return step > 0 ? words[0] : words.at(-1)
}

/** A piece widened to whole words, and without the blanks at its edges; undefined where nothing else is in it. */
export function toWholeWords(text: string, { start, end }: Range, language: string): Range | undefined {
  const piece = text.slice(start, end)
  const inner = piece.trim()
  if (inner === '') return undefined
  const first = start + piece.indexOf(inner)
  const last = first + inner.length
  const around = (offset: number) =>
    edgesNear(text, offset, 'word', language).find(word => word.start < offset && offset < word.end)
  return { start: around(first)?.start ?? first, end: around(last)?.end ?? last }
}

/** The words or characters near a place, in order. */
function edgesNear(text: string, at: number, unit: Unit, language: string): Range[] {
  const from = wholeFrom(text, Math.max(0, at - NEAR))
  const near = text.slice(from, at + NEAR)
  return [...segmenter(language, unit === 'word' ? 'word' : 'grapheme').segment(near)]
    .filter(one => unit === 'character' || one.isWordLike)
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }))
}

/** No window begins within a surrogate pair, nor within a word, as far as a blank is near. */
function wholeFrom(text: string, from: number): number {
  if (from === 0) return 0
  const blank = text.slice(from, from + NEAR / 2).search(/\s/)
  return blank < 0 ? from + (/[\udc00-\udfff]/.test(text.charAt(from)) ? 1 : 0) : from + blank
}
