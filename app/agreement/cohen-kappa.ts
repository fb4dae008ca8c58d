import { type Agreement, correctedForChance, NO_OVERLAP } from './agreement.ts'
import { margins, type SquareTable } from './square-table.ts'

/**
 * Cohen's kappa for two annotators: chance is that each goes on with the frequencies of their own (Cohen 1960,
 * formula 1).
 *
 * @param table contingency table of the two
 */
export function cohenKappa(table: SquareTable): Agreement {
  const { rows, columns, diagonal, total } = margins(table)
  if (total === 0) return NO_OVERLAP
  const expected = rows.reduce((sum, row, index) => sum + row * (columns[index] ?? 0), 0) / total ** 2
  return correctedForChance(diagonal / total, expected, table.units)
}
