import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import { checkRange } from '../lines.ts'

/** From offsets of a file to those of Assay. Throws a refusal (`unreadable`) for what lies outside of the text. */
export type PlaceReader = (range: Range, quote?: string) => Range

/**
 * Label Studio counts code points; before 1.6 it counted UTF-16 units, and nothing in the file says which. Where the
 * two differ, the quoted text does.
 */
export function placeReader(text: string, place: string): PlaceReader {
  const { codePoints, toUtf16 } = offsetMap(text)
  const quotes = ({ start, end }: Range, quote: string) =>
    asQuoted(text.slice(start, end)) === asQuoted(quote)
  return ({ start, end }, quote) => {
    const range = { start: toUtf16(start), end: toUtf16(end) }
    if (codePoints < text.length && quote !== undefined && !quotes(range, quote)) {
      const asGiven = { start, end }
      if (quotes(asGiven, quote)) return asGiven
    }
    checkRange(start, end, codePoints, place)
    return range
  }
}

/** In quotes, the editor puts a backslash and an n for each line break. */
const asQuoted = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/[\r\n]/g, '\\n') : text)
