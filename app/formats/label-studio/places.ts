/**
 * Label Studio counts code points. Before 2022 it counted UTF-16 units, and nothing in its files says which. Where the
 * two differ, the text that is quoted beside the offsets tells.
 */
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import { checkRange } from '../lines.ts'

/** From offsets of a file to those of Assay. Throws a refusal (`unreadable`) for what lies outside of the text. */
export type PlaceReader = (range: Range, quote?: string) => Range

/**
 * The reader for the places of one text.
 *
 * @param place what a refusal calls the text
 */
export function placeReader(text: string, place: string): PlaceReader {
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

/** In quotes, some versions of its editor leave line breaks out, and others put a backslash and an n for each. */
const asQuoted = (text: string): string => text.replace(/\\n|[\r\n]/g, '')
