import { type Agreement, correctedForChance, NO_COMPLETE_UNIT } from './agreement.ts'
import { coincidences, margins, type SquareTable, type Values } from './square-table.ts'

/**
 * Fleiss' kappa for any number of annotators (Fleiss 1971). It takes as many values for each unit, so units
 * that somebody has not judged are left out. For two annotators it is Scott's pi.
 *
 * @param size how many categories
 */
export const fleissKappa = (units: readonly Values[], size: number): Agreement =>
  fleissKappaOf(coincidences(units.filter(isComplete), size))

/** True where every annotator has given a value. */
export const isComplete = (values: Values): boolean => values.every(value => value !== null)

/**
 * The same from the coincidence matrix of complete units, whose diagonal holds the pairs that agree and
 * whose margins hold the shares of the categories.
 */
export function fleissKappaOf(table: SquareTable): Agreement {
  const { rows, diagonal, total } = margins(table)
  if (total === 0) return NO_COMPLETE_UNIT
  const expected = rows.reduce((sum, row) => sum + (row / total) ** 2, 0)
  return correctedForChance(diagonal / total, expected, table.units)
}
