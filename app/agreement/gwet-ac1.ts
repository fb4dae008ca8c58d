import { type Agreement, correctedForChance, NO_OVERLAP, ONE_CATEGORY } from './agreement.ts'
import { categoriesUsed, margins, type SquareTable, type Values } from './square-table.ts'

/**
 * Gwet's AC1 for two annotators: chance is only where an annotator does not know, and the less even the
 * categories, the less there is of it (Gwet 2008). It stays near the percentage where one
 * category is frequent.
 *
 * @param table contingency table of the two, or coincidence matrix of complete units of many
 * @param categories how many there are to choose from; AC1 depends on it. If not said, those that occur
 */
export function gwetAc1(table: SquareTable, categories = categoriesUsed(table)): Agreement {
  const { rows, columns, diagonal, total } = margins(table)
  if (total === 0) return NO_OVERLAP
  const shares = rows.map((row, index) => (row + (columns[index] ?? 0)) / (2 * total))
  return ofShares(diagonal / total, shares, categories, table.units)
}

/**
 * AC1 for any number of annotators with data missing (Gwet 2014, as in his R package irrCAC): the observed agreement is of the
 * units with two values and more, the shares of the categories are of all units.
 *
 * @param size how many categories the units have
 */
export function gwetAc1OfUnits(units: Iterable<Values>, size: number, categories?: number): Agreement {
  const shares = new Float64Array(size)
  let [judged, paired, observed] = [0, 0, 0]
  for (const values of units) {
    const counts = new Float64Array(size)
    let given = 0
    for (const value of values) {
      if (value === null) continue
      counts[value] = (counts[value] ?? 0) + 1
      given++
    }
    if (given === 0) continue
    judged++
    for (let index = 0; index < size; index++) {
      shares[index] = (shares[index] ?? 0) + (counts[index] ?? 0) / given
    }
    if (given < 2) continue
    paired++
    observed += counts.reduce((sum, count) => sum + count * (count - 1), 0) / (given * (given - 1))
  }
  if (paired === 0) return NO_OVERLAP
  const used = categories ?? shares.filter(share => share > 0).length
  return ofShares(
    observed / paired,
    shares.map(share => share / judged),
    used,
    paired,
  )
}

function ofShares(observed: number, shares: Float64Array, categories: number, n: number): Agreement {
  if (categories < 2) return ONE_CATEGORY
  const expected = shares.reduce((sum, share) => sum + share * (1 - share), 0) / (categories - 1)
  return correctedForChance(observed, expected, n)
}
