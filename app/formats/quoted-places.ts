/**
 * Label Studio and the programs of the Web Annotation model ought to count code points. Some versions and programs
 * count UTF-16 units, and nothing in their files says which. Where the two differ, the text that is quoted beside the
 * offsets tells.
 */
import { offsetMap } from '../text/offsets.ts'
import type { Range } from '../text/range.ts'
import { checkRange } from './lines.ts'

/** From offsets of a file to those of Assay. Throws a refusal (`unreadable`) for what lies outside of the text. */
export type PlaceReader = (range: Range, quote?: string) => Range

/**
 * The reader for the places of one text.
 *
 * @param place what a refusal calls the text
 * @param asQuoted a piece of text as the format has it in a quote
 */
export function placeReader(
  text: string,
  place: string,
  asQuoted: (piece: string) => string = piece => piece,
): PlaceReader {
  const { codePoints, toUtf16 } = offsetMap(text)
  const quotes = ({ start, end }: Range, quote: string) =>
    end <= text.length && asQuoted(text.slice(start, end)) === asQuoted(quote)
  return ({ start, end }, quote) => {
    const range = { start: toUtf16(start), end: toUtf16(end) }
    const differs = codePoints < text.length && quote !== undefined && !quotes(range, quote)
    if (differs && start >= 0 && start < end && quotes({ start, end }, quote)) return { start, end }
    checkRange(start, end, codePoints, place)
    return range
  }
}
