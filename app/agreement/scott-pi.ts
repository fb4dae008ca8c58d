import { type Agreement, correctedForChance, NO_OVERLAP } from './agreement.ts'
import { margins, type SquareTable } from './square-table.ts'

/**
 * Scott's pi for two annotators: chance is that both draw from the frequencies they have together (Scott 1955).
 *
 * @param table contingency table of the two
 */
export function scottPi(table: SquareTable): Agreement {
  const { rows, columns, diagonal, total } = margins(table)
  if (total === 0) return NO_OVERLAP
  const expected = rows.reduce(
    (sum, row, index) => sum + ((row + (columns[index] ?? 0)) / (2 * total)) ** 2,
    0,
  )
  return correctedForChance(diagonal / total, expected, table.units)
}
