import { Refusal } from '#app/failure'
import type { Draft, ReadOptions } from '../source.ts'
import { draftsOfRows, type Row } from './columns.ts'
import { guessColumns } from './guess-columns.ts'

/** Columns beyond are none of a table of articles. */
const MOST_COLUMNS = 2000
/** Most articles taken from one table. */
export const MOST_ROWS = 200_000

/** A row an article, of a table whose first row may name its columns. Columns without a name are "Column 1" and so on. */
export function draftsOfTable(table: readonly (readonly string[])[], options: ReadOptions): Draft[] {
  const filled = table.filter(row => row.some(cell => cell.trim() !== ''))
  if (filled.length === 0) throw new Refusal('unreadable', 'The table is empty.')
  if (filled.length > MOST_ROWS)
    throw new Refusal(
      'too-large',
      `The table has more than ${MOST_ROWS.toLocaleString('en')} rows. Split it, then import the parts.`,
    )
  const { header, rows } = headed(filled)
  const records = rows.map(
    (cells): Row => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])),
  )
  return draftsOfRows(records, header, options.columns ?? guessColumns(header, rows))
}

/** Throws a refusal for a table that is wider than any of articles. */
export function checkWidth(columns: number): void {
  if (columns > MOST_COLUMNS)
    throw new Refusal(
      'too-large',
      `The table has more than ${MOST_COLUMNS} columns. Delete those that are not needed, then import it again.`,
    )
}

/** The first row names the columns, unless one of its cells is what no column is called. */
export function headed(table: readonly (readonly string[])[]): {
  header: string[]
  rows: readonly (readonly string[])[]
} {
  const [first = [], ...rest] = table
  const width = table.reduce((most, row) => Math.max(most, row.length), 0)
  checkWidth(width)
  const isData =
    rest.length === 0 ||
    first.some(cell => cell.length > 150 || /^https?:\/\/|^\d{4}-\d\d-\d\d/.test(cell.trim()))
  const names = Array.from({ length: width }, (_, column) =>
    isData ? '' : (first[column]?.replace(/^\ufeff/, '').trim() ?? ''),
  )
  return { header: unique(names), rows: isData ? table : rest }
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map((name, column) => {
    const chosen = name === '' || seen.has(name) ? `Column ${column + 1}` : name
    seen.add(chosen)
    return chosen
  })
}
