import type { ArticleId } from '../model/ids.ts'
import { contingencyCell } from './square-table.ts'
import type { UnitTable } from './units.ts'

/** Where a sentence is: its article, and its number there, from 0. */
export interface SentencePlace {
  readonly article: ArticleId
  readonly sentence: number
}

export interface ConfusionMatrix<Category> {
  /** Of the rows (the first coder) and of the columns (the second). */
  readonly categories: readonly Category[]
  /** Row by row, the sentences behind each cell, in the order of the units; how many there are is the count. */
  readonly cells: readonly (readonly (readonly SentencePlace[])[])[]
}

/** What the second of two coders gave where the first gave what. Sentences that one of them has not judged are not there. */
export function confusionMatrix<Category>(
  { categories, units }: UnitTable<Category>,
  first: number,
  second: number,
): ConfusionMatrix<Category> {
  const size = categories.length
  const cells = Array.from({ length: size * size }, (): SentencePlace[] => [])
  for (const { article, sentence, values } of units) {
    const cell = contingencyCell(values, size, first, second)
    if (cell !== null) cells[cell]?.push({ article, sentence })
  }
  return { categories, cells: categories.map((_, row) => cells.slice(row * size, (row + 1) * size)) }
}
