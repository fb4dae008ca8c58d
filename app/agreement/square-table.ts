/**
 * Counts over pairs of categories, from which all measures of coding are computed. They add up over units, so
 * that a bootstrap adds tables instead of reading the units again.
 */

/** One unit: for each annotator the index of the category given, null where there is no judgement. */
export type Values = readonly (number | null)[]

export interface SquareTable {
  /** How many categories. */
  readonly size: number
  /** Row by row, `size` × `size`. */
  readonly counts: ArrayLike<number>
  /** How many units are counted. */
  readonly units: number
}

/** The contingency table of two annotators: how often the first gave the row and the second the column. */
export function contingency(units: Iterable<Values>, size: number, first = 0, second = 1): SquareTable {
  const counts = new Float64Array(size * size)
  let n = 0
  for (const values of units) {
    const cell = contingencyCell(values, size, first, second)
    if (cell === null) continue
    counts[cell] = (counts[cell] ?? 0) + 1
    n++
  }
  return { size, counts, units: n }
}

/** Where a unit is counted in the contingency table of two annotators; null where one of them gave nothing. */
export function contingencyCell(values: Values, size: number, first: number, second: number): number | null {
  const row = values[first] ?? null
  const column = values[second] ?? null
  return row === null || column === null ? null : row * size + column
}

/**
 * The coincidence matrix of any number of annotators (Krippendorff 2011, section C): every ordered
 * pair of values of a unit counts 1 / (values of the unit - 1). Units with fewer than two values count nothing.
 */
export function coincidences(units: Iterable<Values>, size: number): SquareTable {
  const counts = new Float64Array(size * size)
  let n = 0
  for (const values of units) {
    let paired = false
    eachCoincidence(values, size, (cell, weight) => {
      counts[cell] = (counts[cell] ?? 0) + weight
      paired = true
    })
    if (paired) n++
  }
  return { size, counts, units: n }
}

/** Calls back with each cell of the coincidence matrix that a unit adds to, and what it adds. */
export function eachCoincidence(
  values: Values,
  size: number,
  add: (cell: number, weight: number) => void,
): void {
  const given = values.filter(value => value !== null)
  if (given.length < 2) return
  const weight = 1 / (given.length - 1)
  for (let i = 0; i < given.length; i++) {
    for (let j = 0; j < given.length; j++) {
      if (i !== j) add((given[i] ?? 0) * size + (given[j] ?? 0), weight)
    }
  }
}

/** The sums of the rows, of the columns, and of the diagonal, and of all. */
export function margins({ size, counts }: SquareTable): {
  readonly rows: Float64Array
  readonly columns: Float64Array
  readonly diagonal: number
  readonly total: number
} {
  const rows = new Float64Array(size)
  const columns = new Float64Array(size)
  let diagonal = 0
  let total = 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const count = counts[row * size + column] ?? 0
      rows[row] = (rows[row] ?? 0) + count
      columns[column] = (columns[column] ?? 0) + count
      total += count
      if (row === column) diagonal += count
    }
  }
  return { rows, columns, diagonal, total }
}

/** The table of two categories that is left where only this one is told from all others. */
export function collapse({ size, counts, units }: SquareTable, category: number): SquareTable {
  const binary = new Float64Array(4)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const cell = (row === category ? 0 : 2) + (column === category ? 0 : 1)
      binary[cell] = (binary[cell] ?? 0) + (counts[row * size + column] ?? 0)
    }
  }
  return { size: 2, counts: binary, units }
}

/** How many categories occur in the table. */
export function categoriesUsed(table: SquareTable): number {
  const { rows, columns } = margins(table)
  return rows.reduce((used, count, index) => used + (count + (columns[index] ?? 0) > 0 ? 1 : 0), 0)
}
