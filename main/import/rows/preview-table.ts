import { recognise } from '../recognise.ts'
import { isCslJson } from '../references/csl-json.ts'
import type { Columns } from './columns.ts'
import { csv, csvTable } from './csv.ts'
import { guessColumns } from './guess-columns.ts'
import { json, jsonRecords, tableOfRecords } from './json.ts'
import type { Table } from './table.ts'
import { xlsx, xlsxTable } from './xlsx.ts'

/** What a dialog shows so that columns can be chosen. */
export interface TablePreview {
  readonly header: readonly string[]
  /** The first rows, long cells cut. */
  readonly rows: readonly (readonly string[])[]
  /** How many rows there are in all. */
  readonly count: number
  /** What the columns probably are; absent where none looks like the text. */
  readonly columns?: Columns
}

const ROWS = 20
const LONGEST_CELL = 300

/** The beginning of a table; undefined where the file is of another kind. Throws a refusal as its reader does. */
export async function previewTable(bytes: Uint8Array, fileName: string): Promise<TablePreview | undefined> {
  const table = await tableIn(bytes, recognise(bytes, fileName))
  if (!table) return undefined
  const columns = guessColumns(table.header, table.rows)
  return {
    header: table.header,
    rows: table.rows.slice(0, ROWS).map(row => row.map(cell => cell.slice(0, LONGEST_CELL))),
    count: table.rows.length,
    ...(columns ? { columns } : {}),
  }
}

async function tableIn(bytes: Uint8Array, ending: string): Promise<Table | undefined> {
  if (csv.extensions.includes(ending)) return csvTable(bytes)
  if (xlsx.extensions.includes(ending)) return xlsxTable(bytes)
  if (!json.extensions.includes(ending)) return undefined
  const records = jsonRecords(bytes)
  return isCslJson(records) ? undefined : tableOfRecords(records)
}
