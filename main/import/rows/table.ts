import { Refusal } from '#app/failure'

/** A table whose columns have names, each another. A row may end before the last column. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Columns beyond are none of a table of articles. */
const MOST_COLUMNS = 2000
/** Most articles taken from one table. */
export const MOST_ROWS = 200_000

/**
 * The table of these cells: the first row names the columns, unless one of its cells is what no column is called.
 * Columns without a name are "Column 1" and so on. Throws a refusal where it is empty or too large.
 */
export function tableOf(cells: readonly (readonly string[])[]): Table {
  const filled = cells.filter(row => row.some(cell => cell.trim() !== ''))
  const [first, ...rest] = filled
  if (!first) throw new Refusal('unreadable', 'The table is empty.')
  const width = filled.reduce((most, row) => Math.max(most, row.length), 0)
  checkSize(width, filled.length)
  const isData = rest.length === 0 || first.some(isNoName)
  const names = Array.from({ length: width }, (_, column) =>
    isData ? '' : (first[column]?.replace(/^\ufeff/, '').trim() ?? ''),
  )
  return { header: unique(names), rows: isData ? filled : rest }
}

/** Throws a refusal for a table that is larger than any of articles. */
export function checkSize(columns: number, rows: number): void {
  if (columns > MOST_COLUMNS)
    throw new Refusal(
      'too-large',
      `The table has more than ${MOST_COLUMNS} columns. Delete those that are not needed, then import it again.`,
    )
  if (rows > MOST_ROWS)
    throw new Refusal(
      'too-large',
      `The table has more than ${MOST_ROWS.toLocaleString('en')} rows. Split it, then import the parts.`,
    )
}

const isNoName = (cell: string): boolean =>
  cell.length > 150 || /^https?:\/\/|^\d{4}-\d\d-\d\d/.test(cell.trim())

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map((name, column) => {
    const chosen = name === '' || seen.has(name) ? `Column ${column + 1}` : name
    seen.add(chosen)
    return chosen
  })
}
