/** Mending a segmentation by hand. Sentences stay in order, disjoint, and cover every non-blank unit. */
import type { Range } from '../range.ts'
import { segmenter } from '../segmenter.ts'

/**
 * Splits the sentence that has an offset there: what is before the offset stays, what is from it on becomes the
 * next sentence.
 *
 * @param offset UTF-16 units of the text
 * @returns the sentences after it; undefined where there is nothing to split (the offset is in no sentence, or one
 * side of it would be blank)
 */
export function splitAt(text: string, sentences: readonly Range[], offset: number): Range[] | undefined {
  const index = sentences.findIndex(({ start, end }) => start < offset && offset < end)
  const sentence = sentences[index]
  if (!sentence || isInsidePair(text, offset)) return undefined
  const before = trimmed(text, { start: sentence.start, end: offset })
  const after = trimmed(text, { start: offset, end: sentence.end })
  return before && after ? sentences.toSpliced(index, 1, before, after) : undefined
}

/**
 * Joins a sentence with the next one, and with the blanks between them.
 *
 * @param index of the first of the two
 * @returns the sentences after it; undefined where there is no next one
 */
export function joinWithNext(sentences: readonly Range[], index: number): Range[] | undefined {
  const first = sentences[index]
  const second = sentences[index + 1]
  return first && second && sentences.toSpliced(index, 2, { start: first.start, end: second.end })
}

/**
 * The offsets before which a sentence can be split: where its words begin, but for the first.
 *
 * @param language ISO 639-1 or BCP 47; empty where unknown
 */
export function wordStarts(text: string, { start, end }: Range, language: string): number[] {
  const words = [...segmenter(language, 'word').segment(text.slice(start, end))]
  return words
    .filter(word => word.isWordLike && word.index > 0)
    .map(word => start + opening(text, start, start + word.index))
}

/** A quotation mark or bracket that opens before a word belongs to it. */
function opening(text: string, start: number, word: number): number {
  let first = word
  while (
    first - 1 > start &&
    /[\p{Ps}\p{Pi}"'¿¡]/u.test(text.charAt(first - 1)) &&
    /\s/.test(text.charAt(first - 2))
  )
    first--
  return first - start
}

function trimmed(text: string, { start, end }: Range): Range | undefined {
  const piece = text.slice(start, end)
  const inner = piece.trim()
  if (inner === '') return undefined
  const first = start + piece.indexOf(inner)
  return { start: first, end: first + inner.length }
}

const isInsidePair = (text: string, offset: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset))
