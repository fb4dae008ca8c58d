import { type Agreement, agreement, NO_OVERLAP, ONE_CATEGORY } from './agreement.ts'
import { margins, type SquareTable } from './square-table.ts'

/** How grave it is that one annotator gave the first category and the other the second; 0 where they are equal. */
export type Disagreement = (first: number, second: number) => number

/** For categories in an order: as many steps as lie between them. */
export const linear: Disagreement = (first, second) => Math.abs(first - second)

/** For categories in an order: the square of the steps, so that far misses weigh most. */
export const quadratic: Disagreement = (first, second) => (first - second) ** 2

/**
 * Cohen's weighted kappa for two annotators: one less the observed disagreement divided by that of chance
 * (Cohen 1968). With 1 for every disagreement it is Cohen's kappa.
 *
 * @param table contingency table of the two
 */
export function weightedKappa(table: SquareTable, disagreement: Disagreement): Agreement {
  const { size, counts } = table
  const { rows, columns, total } = margins(table)
  if (total === 0) return NO_OVERLAP
  let observed = 0
  let expected = 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const weight = disagreement(row, column)
      observed += weight * (counts[row * size + column] ?? 0)
      expected += (weight * (rows[row] ?? 0) * (columns[column] ?? 0)) / total
    }
  }
  return expected === 0 ? ONE_CATEGORY : agreement(1 - observed / expected, table.units)
}
