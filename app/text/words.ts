/** The words of a text. */
import type { Range } from './range.ts'

/**
 * The words in a range of a text, in order, without blanks and signs between them.
 *
 * @param language ISO 639-1 or BCP 47; empty where unknown
 */
export function wordsIn(text: string, { start, end }: Range, language: string): Range[] {
  return [...segmenterOf(language).segment(text.slice(start, end))]
    .filter(word => word.isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }))
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' })
  }
}
