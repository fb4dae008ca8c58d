import { type Agreement, agreement, NO_OVERLAP } from './agreement.ts'
import { margins, type SquareTable } from './square-table.ts'

/**
 * The share of pairs of values that are equal, 0 to 1. It says nothing of chance: with one frequent category
 * it is high whatever the annotators do.
 *
 * @param table the contingency table of two annotators, or the coincidence matrix of many
 */
export function percentAgreement(table: SquareTable): Agreement {
  const { diagonal, total } = margins(table)
  return total === 0 ? NO_OVERLAP : agreement(diagonal / total, table.units)
}
