import type { Range } from '../text/range.ts'
import { overlaps } from '../text/range.ts'
import { type Agreement, agreement, NO_SPAN } from './agreement.ts'
import { addedUp, type NamedCounts } from './named-counts.ts'

export interface Span extends Range {
  readonly label: string
}

/** When a span of one annotator is found by the other: the same range, or any unit in common; with the same label. */
export type Match = 'exact' | 'overlap'

/**
 * F1 of the spans of two annotators, the harmonic mean of the shares of each one's spans that the other has
 * found too. It needs no count of what neither has marked, which for free spans does not exist (Hripcsak and
 * Rothschild 2005), and it does not correct for chance. Each of the two may be taken for the reference: the
 * figure is the same.
 *
 * @param articles for each article the spans of the first and of the second annotator, in any order
 * @returns with `n` the spans of both together
 */
export const spanF1 = (articles: Iterable<SpanPair>, match: Match): Agreement =>
  spanF1Figure(addedUp(Array.from(articles, pair => spanF1Counts(pair, match))))

/** The spans of the first and of the second annotator in one article. */
export type SpanPair = readonly [readonly Span[], readonly Span[]]

/** What an article adds to the counts of `spanF1Figure`. */
export const spanF1Counts = ([first, second]: SpanPair, match: Match): NamedCounts =>
  new Map([
    ['first found', found(first, second, match)],
    ['first', first.length],
    ['second found', found(second, first, match)],
    ['second', second.length],
  ])

/** F1 from the counts of all articles together. */
export function spanF1Figure(counts: NamedCounts): Agreement {
  const count = (name: string) => counts.get(name) ?? 0
  const [first, second] = [count('first'), count('second')]
  const n = first + second
  if (n === 0) return NO_SPAN
  if (count('first found') === 0 || count('second found') === 0) return agreement(0, n)
  const precision = count('first found') / first
  const recall = count('second found') / second
  return agreement((2 * precision * recall) / (precision + recall), n)
}

function found(spans: readonly Span[], others: readonly Span[], match: Match): number {
  return match === 'exact' ? foundExactly(spans, others) : foundByOverlap(spans, others)
}

/** A span that is there twice has to be found twice. */
function foundExactly(spans: readonly Span[], others: readonly Span[]): number {
  const left = new Map<string, number>()
  for (const span of others) left.set(keyOf(span), (left.get(keyOf(span)) ?? 0) + 1)
  let count = 0
  for (const span of spans) {
    const remaining = left.get(keyOf(span)) ?? 0
    if (remaining === 0) continue
    left.set(keyOf(span), remaining - 1)
    count++
  }
  return count
}

function foundByOverlap(spans: readonly Span[], others: readonly Span[]): number {
  const byLabel = Map.groupBy(others, span => span.label)
  return spans.filter(span => byLabel.get(span.label)?.some(other => overlaps(span, other))).length
}

const keyOf = ({ start, end, label }: Span): string => `${start}-${end}-${label}`
