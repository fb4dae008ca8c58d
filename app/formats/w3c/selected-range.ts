/** Where in a text selectors point to. */
import { z } from 'zod'
import { Refusal } from '../../failure.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import { checkRange } from '../lines.ts'
import type { Selector } from './statement.ts'

export interface SelectedRange {
  /**
   * What the selectors select, which all select the same.
   *
   * @param place what a refusal calls their annotation
   */
  range(selectors: readonly Selector[], place: string): Range
  /** A place in code points. */
  place(range: Range, place: string): Range
}

/** The ranges that selectors select in this text. All throw a refusal (`unreadable`) for what is not there. */
export function selectedRange(text: string): SelectedRange {
  const map = offsetMap(text)
  const place: SelectedRange['place'] = ({ start, end }, named) => {
    checkRange(start, end, map.codePoints, named)
    return { start: map.toUtf16(start), end: map.toUtf16(end) }
  }
  return {
    place,
    range(selectors, named) {
      if (selectors.length === 0 && text !== '') return { start: 0, end: text.length }
      const position = selectors.flatMap(positionIn).at(0)
      const quote = selectors.flatMap(quotesIn).at(0)
      if (!quote) {
        if (position) return place(position, named)
        throw new Refusal(
          'unreadable',
          `${named} says neither between which characters it is nor what it quotes. Export it with a TextPositionSelector.`,
        )
      }
      const found = (position && quotedNear(text, map, position, quote)) ?? quoted(text, quote)
      if (found) return found
      throw new Refusal(
        'unreadable',
        `${named} quotes “${quote.exact.slice(0, 80)}”, which is not in its text. Export both again.`,
      )
    },
  }
}

interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * The quote at or within these positions. The Recommendation has them in code points (4.2.4 and 4.2.5); programs that
 * take them from a browser, such as Recogito, count UTF-16 units.
 */
function quotedNear(text: string, map: OffsetMap, { start, end }: Range, quote: Quote): Range | undefined {
  const ranges = [
    { start: map.toUtf16(start), end: map.toUtf16(end) },
    { start, end },
  ].filter(range => range.start >= 0 && range.start < range.end && range.end <= text.length)
  const { exact } = quote
  const same = ranges.find(({ start, end }) => end - start === exact.length && text.startsWith(exact, start))
  if (same) return same
  for (const range of ranges) {
    const within = quoted(text.slice(range.start, range.end), quote)
    if (within) return { start: range.start + within.start, end: range.start + within.end }
  }
  return undefined
}

/** The quote between what it says that stands before and after it; else where it occurs first. */
function quoted(text: string, { exact, prefix, suffix }: Quote): Range | undefined {
  const surrounded = text.indexOf(prefix + exact + suffix)
  const start = surrounded >= 0 ? surrounded + prefix.length : text.indexOf(exact)
  return start < 0 ? undefined : { start, end: start + exact.length }
}

const Positions = z.object({ start: z.int(), end: z.int() })

function positionIn(selector: Selector): Range[] {
  const positions = Positions.safeParse(selector)
  return positions.success ? [positions.data] : []
}

const Refined = z.object({
  exact: z.string().optional(),
  prefix: z.string().nullish(),
  suffix: z.string().nullish(),
  refinedBy: z.unknown().optional(),
})

/** Refinements of refinements that are followed; nobody makes more. */
const DEEPEST = 10

/** The quote of a selector, or of what refines it. */
function quotesIn(selector: Selector): Quote[] {
  let one: z.infer<typeof Refined> = selector
  for (let depth = 0; depth < DEEPEST; depth++) {
    if (one.exact) return [{ exact: one.exact, prefix: one.prefix ?? '', suffix: one.suffix ?? '' }]
    const next = Refined.safeParse(one.refinedBy)
    if (!next.success) break
    one = next.data
  }
  return []
}
