import { parse } from 'csv-parse/sync'
import { Refusal } from '#app/failure'
import { decode } from '../decode.ts'
import type { Source } from '../source.ts'
import { draftsOfTable } from './columns.ts'
import { MOST_ROWS, type Table, tableOf } from './table.ts'

/** Longest row, in UTF-16 units: some hundred newspaper pages. */
const LONGEST_ROW = 5_000_000

/** Tables as text: separated by commas, semicolons, tabs or bars, whichever the file uses. */
export const csv: Source = {
  extensions: ['csv', 'tsv', 'tab', 'psv'],
  name: 'Table (CSV, TSV)',
  async read(bytes, _fileName, { columns }) {
    return draftsOfTable(csvTable(bytes), columns)
  },
}

/** The table in a file of separated values. */
export function csvTable(bytes: Uint8Array): Table {
  const text = decode(bytes).replace(/^\ufeff/, '')
  const said = /^sep=(.)\r?\n/i.exec(text)
  const body = said ? text.slice(said[0].length) : text
  return tableOf(readCells(body, said?.[1] ?? separator(body)))
}

/** The cells of a table. Quotes within a cell that is not quoted are taken as they stand. */
function readCells(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      // One more than is taken, so that a longer table is noticed and not filled in first.
      to: MOST_ROWS + 2,
    })
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
    if (code === 'CSV_MAX_RECORD_SIZE')
      throw new Refusal(
        'too-large',
        'A row of the table is longer than 5 million characters; a quotation mark may be missing. Mend or split that row.',
      )
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw new Refusal(
        'unreadable',
        'A quotation mark in the table is never closed, or the file is incomplete. Export it again.',
      )
    throw new Refusal('unreadable', 'The table cannot be read. Export it again as CSV in UTF-8.')
  }
}

/** The separator of a table's first rows: the one that is there most often outside of quotation marks. */
function separator(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '""')
  const lines = head.split(/\r?\n/, 10).filter(line => line !== '')
  const counts = ['\t', ';', ',', '|'].map(mark => ({
    mark,
    count: (lines[0] ?? '').split(mark).length - 1,
    all: head.split(mark).length,
  }))
  counts.sort((a, b) => b.count - a.count || b.all - a.all)
  return counts[0]?.count ? counts[0].mark : ','
}
