import type { Column } from '#app/model/library-settings'

const FROM: readonly Column[] = ['source', 'published', 'language', 'author']

/** Whether a row has a line below its title that says where it is from; how far the person has come; where it is. */
export const hasFrom = (columns: readonly Column[]): boolean => columns.some(one => FROM.includes(one))
export const hasCoverage = (columns: readonly Column[]): boolean =>
  columns.includes('progress') || columns.includes('flagged')
export const hasCollections = (columns: readonly Column[]): boolean => columns.includes('collections')

/** Pixels of a line, and around all of them. */
const LINE = 18
const AROUND = 10

/** The height of every row, in pixels: rows of one height are found without measuring. */
export function rowHeight(columns: readonly Column[]): number {
  const lines = [true, hasFrom(columns), hasCoverage(columns), hasCollections(columns)]
  return AROUND + LINE * lines.filter(Boolean).length
}
