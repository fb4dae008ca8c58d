/**
 * Krippendorff's alpha for unitizing, uα and |uα of Krippendorff, Mathet, Bouvry and Widlöcher (2016), for
 * annotators who choose the ranges themselves. It is the version for any number of annotators; the one of
 * 1995 and 2004, which older programs have, "turned out to behave not as expected" with more than two.
 */
import type { Range } from '../text/range.ts'
import { type Agreement, agreement, NO_OVERLAP, ONE_CATEGORY } from './agreement.ts'
import { addedUp, type NamedCounts } from './named-counts.ts'

export interface Segment extends Range {
  readonly label: string
}

/** One text with what each annotator has marked in it. */
export interface Continuum {
  /** In the units of the segments, UTF-16 units for articles. */
  readonly length: number
  /** For each annotator the segments in their order, none of which overlaps the next. What is between them are gaps. */
  readonly annotators: readonly (readonly Segment[])[]
}

/** `labels` tells the labels apart (uα), `boundaries` only what is marked from what is not (|uα). */
export type UnitizingKind = 'labels' | 'boundaries'

/**
 * uα: one less the disagreement observed in the intersections of segments, divided by that of chance, which
 * pairs every place with every other except those of the same segment (formulas 1, 4 and 5a; 6 for boundaries).
 * Where every segment is one unit long and there are no gaps, it is Krippendorff's nominal alpha.
 *
 * @param continua articles; those with fewer than two annotators count nothing
 * @returns with `n` the articles
 */
export const unitizingAlpha = (continua: Iterable<Continuum>, kind: UnitizingKind): Agreement =>
  unitizingFigure(addedUp(Array.from(continua, continuum => unitizingCounts(continuum, kind))))

/** What an article adds to the counts of `unitizingFigure`. */
export function unitizingCounts({ length, annotators }: Continuum, kind: UnitizingKind): NamedCounts {
  const counts = new Map<string, number>()
  if (annotators.length < 2 || length === 0) return counts
  const add = (name: string, amount: number) => counts.set(name, (counts.get(name) ?? 0) + amount)
  const partitions = annotators.map(segments => partition(segments, length))
  for (const one of partitions) {
    for (const { label, start, end } of one) {
      // A gap has no structure: any two of its places may be paired by chance, but none with itself.
      const withItself = label === GAP ? end - start : (end - start) ** 2
      const category = kind === 'labels' || label === GAP ? label : MARKED
      add(LENGTH + category, end - start)
      add(SAME + category, withItself)
    }
  }
  const agreed = pairs(partitions).reduce((sum, [a, b]) => sum + 2 * intersection(a, b, kind), 0)
  add('agreed', agreed / (annotators.length - 1))
  add('articles', 1)
  return counts
}

/** uα from the counts of all articles together. */
export function unitizingFigure(counts: NamedCounts): Agreement {
  const n = counts.get('articles') ?? 0
  if (n === 0) return NO_OVERLAP
  let [all, allSame, paired] = [0, 0, 0]
  for (const [name, length] of counts) {
    if (!name.startsWith(LENGTH)) continue
    const same = counts.get(SAME + name.slice(LENGTH.length)) ?? 0
    all += length
    allSame += same
    paired += length ** 2 - same
  }
  const possible = all ** 2 - allSame
  const expected = possible === 0 ? 0 : all * (1 - paired / possible)
  return expected < 1e-9 ? ONE_CATEGORY : agreement(1 - (all - (counts.get('agreed') ?? 0)) / expected, n)
}

/** Names of the counts of a category: how long its segments are together, and how many places are paired within one. */
const LENGTH = 'length of '
const SAME = 'same of '

const GAP = ''
const MARKED = 'marked'

/** The segments and the gaps between them, which together cover the continuum. */
function partition(segments: readonly Segment[], length: number): Segment[] {
  const parts: Segment[] = []
  let end = 0
  for (const segment of segments) {
    if (segment.start > end) parts.push({ start: end, end: segment.start, label: GAP })
    parts.push(segment)
    end = segment.end
  }
  if (end < length) parts.push({ start: end, end: length, label: GAP })
  return parts
}

/** How many places of two partitions have the same value. */
function intersection(a: readonly Segment[], b: readonly Segment[], kind: UnitizingKind): number {
  let [sum, i, j] = [0, 0, 0]
  for (;;) {
    const [one, other] = [a[i], b[j]]
    if (!one || !other) return sum
    const equal =
      kind === 'labels' ? one.label === other.label : (one.label === GAP) === (other.label === GAP)
    if (equal) sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
    if (one.end <= other.end) i++
    if (other.end <= one.end) j++
  }
}

const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((a, index) => all.slice(index + 1).map((b): [T, T] => [a, b]))
