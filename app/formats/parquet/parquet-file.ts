import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import { type Column, type Row, schemaOf } from './rows.ts'

/** How large a file has become. */
export interface Size {
  rows: number
  /** As they lie in the file. */
  bytes: number
  /** Before compression. */
  plainBytes: number
}

/** A row group is written when its texts have come to this many UTF-16 units, or to as many rows. */
const GROUP = { units: 1_000_000, rows: 20_000 }

/**
 * A Parquet file, row group by row group; the rows of one are in memory at a time.
 *
 * @param size to be counted up while the file is written
 */
export function* parquetFile(
  columns: readonly Column[],
  rows: Iterable<Row>,
  createdBy: string,
  size: Size,
): Generator<Uint8Array> {
  const bytes = new ByteWriter()
  const file = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy })
  let group: Row[] = []
  let units = 0
  for (const row of rows) {
    group.push(row)
    units += unitsOf(row)
    if (units < GROUP.units && group.length < GROUP.rows) continue
    writeGroup(file, columns, group)
    yield taken(bytes, size)
    size.rows += group.length
    group = []
    units = 0
  }
  if (group.length > 0) writeGroup(file, columns, group)
  size.rows += group.length
  file.finish()
  yield taken(bytes, size)
  for (const { total_byte_size } of file.row_groups) size.plainBytes += Number(total_byte_size)
}

const DIFFERENT = new Set(['id', 'title', 'url', 'text', 'sentences'])

function writeGroup(file: ParquetWriter, columns: readonly Column[], rows: readonly Row[]): void {
  file.write({
    rowGroupSize: rows.length,
    columnData: columns.map(({ name, type }) => ({
      name,
      data: rows.map(row => row[name]),
      // Readers pass over row groups by the least and greatest of plain columns only, and not by texts.
      statistics: typeof type === 'string' && name !== 'text',
      // Where hardly two values are the same, a dictionary of them only costs time.
      ...(DIFFERENT.has(name) ? { encoding: 'PLAIN' as const } : {}),
      // Small numbers that Snappy makes little smaller.
      ...(name === 'sentences' ? { codec: 'UNCOMPRESSED' as const } : {}),
    })),
  })
}

/** A copy of what was written since the last time; the writer goes on at the beginning of its buffer. */
function taken(bytes: ByteWriter, size: Size): Uint8Array {
  const piece = bytes.getBytes().slice()
  bytes.index = 0
  size.bytes += piece.length
  return piece
}

/** About how much a row takes: its text, and its annotations, whose fields weigh about as much as 200 characters. */
function unitsOf({ text, annotations, sentences }: Row): number {
  const length = (value: unknown) => (typeof value === 'string' || Array.isArray(value) ? value.length : 0)
  return length(text) + 200 * length(annotations) + 20 * length(sentences)
}
