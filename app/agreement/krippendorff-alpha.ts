import { type Agreement, agreement, NO_OVERLAP, ONE_CATEGORY } from './agreement.ts'
import { margins, type SquareTable } from './square-table.ts'

/** The squared difference of two categories, by their indices. */
export type SquaredDifference = (first: number, second: number) => number

/**
 * How far categories are apart (Krippendorff 2011, section D). It may depend on how often each one occurs.
 *
 * @param occurrences of each category, the margins of the coincidence matrix
 */
export type Difference = (occurrences: ArrayLike<number>) => SquaredDifference

/** Values without an order: either equal or not. */
export const nominal: Difference = () => (first, second) => (first === second ? 0 : 1)

/** Values in the order of their indices: the further, the more values lie between them. */
export const ordinal: Difference = occurrences => {
  const before = [0]
  for (let index = 0; index < occurrences.length; index++) {
    before.push((before[index] ?? 0) + (occurrences[index] ?? 0))
  }
  return (first, second) => {
    const low = Math.min(first, second)
    const high = Math.max(first, second)
    const from = (before[high + 1] ?? 0) - (before[low] ?? 0)
    return (from - ((occurrences[low] ?? 0) + (occurrences[high] ?? 0)) / 2) ** 2
  }
}

/** Values that are numbers, of which the differences count. */
export const interval =
  (numbers: readonly number[]): Difference =>
  () =>
  (first, second) =>
    ((numbers[first] ?? 0) - (numbers[second] ?? 0)) ** 2

/** Values of any kind with a distance of their own, which is taken as it is and not squared again. */
export const byDistance = <V>(values: readonly V[], distance: (a: V, b: V) => number): Difference => {
  const distances = values.map(a => values.map(b => distance(a, b)))
  return () => (first, second) => distances[first]?.[second] ?? 0
}

/**
 * Krippendorff's alpha for any number of annotators, with data missing or not, and values of any kind: one
 * less the observed disagreement divided by that of chance (Krippendorff 2011, section C). Chance is that all
 * values that were given are dealt out anew, without putting any back, which is what corrects for small samples.
 *
 * @param table coincidence matrix; its units with one value only count nothing
 */
export function krippendorffAlpha(table: SquareTable, difference: Difference = nominal): Agreement {
  const { size, counts } = table
  const { rows, total } = margins(table)
  if (total === 0) return NO_OVERLAP
  const squared = difference(rows)
  let observed = 0
  let expected = 0
  for (let first = 0; first < size; first++) {
    if (!rows[first]) continue
    for (let second = 0; second < size; second++) {
      if (first === second || !rows[second]) continue
      const apart = squared(first, second)
      observed += (counts[first * size + second] ?? 0) * apart
      expected += (rows[first] ?? 0) * (rows[second] ?? 0) * apart
    }
  }
  return expected === 0 ? ONE_CATEGORY : agreement(1 - ((total - 1) * observed) / expected, table.units)
}
