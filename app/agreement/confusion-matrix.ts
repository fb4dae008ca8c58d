import { contingencyCell } from './square-table.ts'
import type { Unit, UnitTable } from './units.ts'

/** What the second of two coders gave where the first gave what. */
export interface ConfusionMatrix<Category> {
  /** Those that one of the two gave, in their order: of the rows (the first coder) and of the columns (the second). */
  readonly categories: readonly Category[]
  readonly counts: readonly (readonly number[])[]
}

/** Counts what two coders gave. Sentences that one of them has not judged are not there. */
export function confusionCounts<Category>(
  { categories, units }: UnitTable<Category>,
  first: number,
  second: number,
): ConfusionMatrix<Category> {
  const size = categories.length
  const counts = new Float64Array(size * size)
  for (const { values } of units) {
    const cell = contingencyCell(values, size, first, second)
    if (cell !== null) counts[cell] = (counts[cell] ?? 0) + 1
  }
  const at = (row: number, column: number) => counts[row * size + column] ?? 0
  const places = [...categories.keys()]
  const used = places.filter(one => places.some(other => at(one, other) > 0 || at(other, one) > 0))
  return {
    categories: used.flatMap(place => categories.slice(place, place + 1)),
    counts: used.map(row => used.map(column => at(row, column))),
  }
}

export interface ConfusionCell<Category> {
  readonly first: number
  readonly second: number
  /** What the first and the second coder gave. */
  readonly row: Category
  readonly column: Category
}

/** The sentences behind a cell, in the order of the units. */
export function sentencesOfCell<Category>(
  { categories, units }: UnitTable<Category>,
  { first, second, row, column }: ConfusionCell<Category>,
): Unit[] {
  const [rowPlace, columnPlace] = [categories.indexOf(row), categories.indexOf(column)]
  if (rowPlace < 0 || columnPlace < 0) return []
  return units.filter(({ values }) => values[first] === rowPlace && values[second] === columnPlace)
}
