import { parse } from 'csv-parse/browser/esm/sync'
import { dsvFormat } from 'd3-dsv'
import { Refusal } from '../failure.ts'
import type { Corpus } from './corpus.ts'
import type { Format, GivenFile, WriteOptions } from './format.ts'
import { firstLine } from './lines.ts'
import type { ReadCorpus } from './read-corpus.ts'
import { guarded, unguarded } from './table/formula.ts'
import { type GivenRow, isHead, readTable } from './table/read-table.ts'
import { headOf, type Row, rowsOf } from './table/table-rows.ts'

/** CSV by RFC 4180; see table/table-rows.ts for what its rows are. */
export const csv: Format = {
  id: 'csv',
  name: 'CSV',
  description: 'A table with a row for each sentence and annotation, for Excel, LibreOffice, R and pandas.',
  extension: 'csv',
  packaging: 'file',
  offsets: 'code points',
  options: ['raw'],
  losses: ['definitions', 'unused labels', 'hierarchy', 'colours'],
  *write(corpus, options) {
    yield { path: 'corpus.csv', content: lines(corpus, options) }
  },
  read: {
    recognises: ([file, ...others]) =>
      file !== undefined &&
      others.length === 0 &&
      /\.csv$/i.test(file.path) &&
      isHead(firstLine(file.text()).trimEnd().split(',')),
    read: ([file]) => (file ? read(file) : { labels: [], attributes: [], articles: [] }),
  },
}

const table = dsvFormat(',')

// Its type asks for texts; numbers it writes as they are.
const line = (row: Row): string => `${table.formatRow(row as string[])}\r\n`

function* lines(corpus: Corpus, { raw }: WriteOptions): Generator<string> {
  const cell = (one: string | number) => (typeof one === 'string' ? guarded(one, raw) : one)
  yield line(headOf(corpus.codebook))
  for (const rows of rowsOf(corpus)) if (rows.length > 0) yield rows.map(row => line(row.map(cell))).join('')
}

function read(file: GivenFile): ReadCorpus {
  let records: { record: string[]; info: { lines: number } }[]
  try {
    // The library gives records of this form where it is asked for `info`.
    records = parse(file.text(), {
      info: true,
      bom: true,
      skip_empty_lines: true,
    }) as unknown as typeof records
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it is broken'
    throw new Refusal('unreadable', `It is no whole CSV file: ${reason}. Export it again.`)
  }
  const [head, ...rows] = records
  const given = rows.map(
    ({ record, info }): GivenRow => ({ cells: record.map(unguarded), number: info.lines }),
  )
  return readTable(head?.record ?? [], given, 'Line')
}
