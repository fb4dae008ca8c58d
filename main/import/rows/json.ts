import { Refusal } from '#app/failure'
import { decode } from '../decode.ts'
import { isCslJson } from '../references/csl-json.ts'
import { draftsOfRecords } from '../references/metadata-record.ts'
import { metadataRecords } from '../references/references.ts'
import type { Source } from '../source.ts'
import { draftsOfTable } from './columns.ts'
import { checkSize, type Table } from './table.ts'

/** JSON Lines, or JSON with a list of records: a record an article. Bibliographies in CSL-JSON are known by their form. */
export const json: Source = {
  extensions: ['json', 'jsonl', 'ndjson', 'geojson'],
  name: 'JSON',
  async read(bytes, fileName, { columns }) {
    const records = jsonRecords(bytes)
    if (!columns && isCslJson(records)) return draftsOfRecords(metadataRecords(bytes, fileName))
    return draftsOfTable(tableOfRecords(records), columns)
  },
}

/** The records of a JSON file. Throws a refusal where it is none, or would fill the memory. */
export function jsonRecords(bytes: Uint8Array): readonly unknown[] {
  checkValues(bytes)
  return recordsOf(decode(bytes).replace(/^\ufeff/, ''))
}

/** Records as a table: their fields are its columns. */
export function tableOfRecords(records: readonly unknown[]): Table {
  const rows = records.map(rowOf).filter(row => row !== undefined)
  if (rows.length === 0)
    throw new Refusal(
      'unreadable',
      'There are no records in the file. It should hold one JSON object a line, or a list of objects.',
    )
  const header = [...new Set(rows.slice(0, 1000).flatMap(row => Object.keys(row)))]
  checkSize(header.length, rows.length)
  return { header, rows: rows.map(row => header.map(name => row[name] ?? '')) }
}

type Row = Readonly<Record<string, string>>

/** Most objects, lists and values of a file. */
const MOST_VALUES = 8_000_000

/**
 * Throws a refusal for JSON that would fill the memory, before it takes the time to do so.
 */
function checkValues(bytes: Uint8Array): void {
  let values = 0
  for (const byte of bytes) if (byte === 0x2c || byte === 0x5b || byte === 0x7b) values++
  if (values > MOST_VALUES)
    throw new Refusal(
      'too-large',
      'The file holds more values than Assay reads at once. Split it, then import the parts.',
    )
}

/** The records of a file: a list, one record a line, the longest list within an object, or one record. */
function recordsOf(text: string): readonly unknown[] {
  const whole = parsed(text)
  if (Array.isArray(whole)) return whole
  if (isObject(whole)) {
    const lists = Object.values(whole).filter(
      (value): value is unknown[] => Array.isArray(value) && isObject(value[0]),
    )
    const longest = lists.sort((a, b) => b.length - a.length)[0]
    return longest && !Object.values(whole).some(value => typeof value === 'string' && value.length > 200)
      ? longest
      : [whole]
  }
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => {
    const record = parsed(line)
    if (record !== undefined) return record
    const number = text.slice(0, index).split('\n').length
    throw new Refusal(
      'unreadable',
      `Line ${number} is no JSON; the file may be incomplete. Mend that line, or export the file again.`,
      { line: number },
    )
  })
}

/** The fields of a record as text; of an object within it, the fields with its name before them. */
function rowOf(record: unknown): Row | undefined {
  if (typeof record === 'string') return { text: record }
  if (!isObject(record)) return undefined
  const row: Record<string, string> = {}
  for (const [name, value] of Object.entries(record)) {
    if (isObject(value))
      for (const [inner, innermost] of Object.entries(value)) row[`${name}.${inner}`] = cell(innermost)
    else row[name] = cell(value)
  }
  return row
}

/** A value as a cell: lists of texts are paragraphs if they are long, names if they are short. */
function cell(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return ''
  const parts = value.map(one =>
    typeof one === 'string' ? one : isObject(one) && typeof one.name === 'string' ? one.name : '',
  )
  const texts = parts.filter(one => one !== '')
  return texts.join(texts.some(one => one.length > 60) ? '\n\n' : ', ')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
