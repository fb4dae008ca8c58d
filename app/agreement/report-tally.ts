/** The counts that a report needs, in one row, so that one bootstrap serves all of its figures. */
import { isComplete } from './fleiss-kappa.ts'
import { contingencyCell, eachCoincidence, type SquareTable } from './square-table.ts'
import type { Tally } from './tally.ts'

/** Two coders, by their indices; the first is the lower one. */
export interface Pair {
  readonly first: number
  readonly second: number
}

export interface ReportTally extends Tally {
  readonly pairs: readonly Pair[]
  /** The contingency table of a pair, by its place in `pairs`. */
  readonly contingency: (counts: Float64Array, pair: number) => SquareTable
  /** The coincidences of all units. */
  readonly coincidences: (counts: Float64Array) => SquareTable
  /** Those of the units that every coder has judged. */
  readonly complete: (counts: Float64Array) => SquareTable
}

/** @param size how many categories */
export function reportTally(coders: number, size: number): ReportTally {
  const pairs = pairsOf(coders)
  const square = size * size
  // After the contingency tables: coincidences, how many units they are of, and the same of complete units.
  const all = pairs.length * square
  const complete = all + square + 1
  const counted = (counts: Float64Array, start: number): SquareTable => ({
    size,
    counts: counts.subarray(start, start + square),
    units: counts[start + square] ?? 0,
  })
  return {
    width: complete + square + 1,
    pairs,
    add: (values, add) => {
      for (const [index, { first, second }] of pairs.entries()) {
        const cell = contingencyCell(values, size, first, second)
        if (cell !== null) add(index * square + cell, 1)
      }
      add(all + square, 1)
      eachCoincidence(values, size, (cell, weight) => add(all + cell, weight))
      if (!isComplete(values)) return
      add(complete + square, 1)
      eachCoincidence(values, size, (cell, weight) => add(complete + cell, weight))
    },
    contingency: (counts, pair) => {
      const cells = counts.subarray(pair * square, (pair + 1) * square)
      return { size, counts: cells, units: cells.reduce((sum, count) => sum + count, 0) }
    },
    coincidences: counts => counted(counts, all),
    complete: counts => counted(counts, complete),
  }
}

/** All pairs of coders. */
export const pairsOf = (coders: number): Pair[] =>
  Array.from({ length: coders }, (_, first) => first).flatMap(first =>
    Array.from({ length: coders - first - 1 }, (_, index) => ({ first, second: first + 1 + index })),
  )
