import { Refusal } from '#app/failure'
import { xmlEvents } from '../office/xml-events.ts'
import type { Source } from '../source.ts'
import { openZip, type Zip } from '../zip/open-zip.ts'
import { draftsOfTable } from './columns.ts'
import { type Table, tableOf } from './table.ts'
import { cellDate, dateStyles } from './xlsx-dates.ts'

/** Excel workbooks: the first sheet that has rows. Formulas are not computed; their last value is read. */
export const xlsx: Source = {
  extensions: ['xlsx', 'xlsm'],
  name: 'Excel',
  async read(bytes, _fileName, { columns }) {
    return draftsOfTable(await xlsxTable(bytes), columns)
  },
}

/** The table on the first sheet that has rows. */
export async function xlsxTable(bytes: Uint8Array): Promise<Table> {
  const zip = await openZip(bytes)
  const shared = sharedStrings(await zip.text('xl/sharedStrings.xml'))
  const dates = dateStyles(await zip.text('xl/styles.xml'))
  const workbook = await zip.text('xl/workbook.xml')
  const since1904 = /<(?:\w+:)?workbookPr\b[^>]*date1904="(?:1|true)"/.test(workbook)
  for (const sheet of await sheets(zip, workbook)) {
    const cells = cellsOf(await zip.text(sheet), shared, (value, style) =>
      dates.has(style) ? cellDate(value, since1904) : undefined,
    )
    if (cells.length > 0) return tableOf(cells)
  }
  throw new Refusal(
    'unreadable',
    'There is no sheet with rows in the workbook. Export the table as CSV, then import that.',
  )
}

/** The sheets' files, in the order of the tabs. */
async function sheets(zip: Zip, workbook: string): Promise<string[]> {
  const targets = new Map<string, string>()
  xmlEvents(await zip.text('xl/_rels/workbook.xml.rels'), {
    open(_name, { Id, Target }) {
      if (Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const named: string[] = []
  xmlEvents(workbook, {
    open(name, attributes) {
      if (/(^|:)sheet$/.test(name)) named.push(targets.get(attributes['r:id'] ?? '') ?? '')
    },
  })
  const found = named.filter(name => zip.has(name))
  return found.length > 0 ? found : zip.names.filter(name => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort()
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let inText = false
  let phonetic = false
  xmlEvents(xml, {
    open(name) {
      if (/(^|:)si$/.test(name)) strings.push('')
      else if (/(^|:)rPh$/.test(name)) phonetic = true
      else if (/(^|:)t$/.test(name)) inText = true
    },
    text(text) {
      if (inText && !phonetic && strings.length > 0) strings[strings.length - 1] += text
    },
    close(name) {
      if (/(^|:)rPh$/.test(name)) phonetic = false
      else if (/(^|:)t$/.test(name)) inText = false
    },
  })
  return strings
}

/** The cells of a sheet (ISO 29500-1, section 18.3): each says itself where it stands. */
function cellsOf(
  xml: string,
  shared: readonly string[],
  date: (value: number, style: string) => string | undefined,
): string[][] {
  const rows: string[][] = []
  let cell: { column: number; type: string; style: string; value: string } | undefined
  let inValue = false
  xmlEvents(xml, {
    open(name, attributes) {
      const local = name.slice(name.indexOf(':') + 1)
      if (local === 'row') rows.push([])
      else if (local === 'c')
        cell = {
          column: columnOf(attributes.r) ?? rows.at(-1)?.length ?? 0,
          type: attributes.t ?? 'n',
          style: attributes.s ?? '',
          value: '',
        }
      else if (local === 'v' || local === 't') inValue = true
    },
    text(text) {
      if (inValue && cell) cell.value += text
    },
    close(name) {
      const local = name.slice(name.indexOf(':') + 1)
      if (local === 'v' || local === 't') inValue = false
      if (local !== 'c' || !cell) return
      const row = rows.at(-1)
      const { column, type, style, value } = cell
      cell = undefined
      if (!row || column > MOST_COLUMNS || value === '') return
      while (row.length < column) row.push('')
      row[column] =
        type === 's'
          ? (shared[Number(value)] ?? '')
          : type === 'n'
            ? (date(Number(value), style) ?? value)
            : type === 'e'
              ? ''
              : value
    },
  })
  return rows.filter(row => row.some(value => value !== ''))
}

/** Columns beyond are none of a table of articles. */
const MOST_COLUMNS = 2000

/** "AB12" stands in column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
