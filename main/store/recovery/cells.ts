/** The rows on one page of a SQLite file, each by itself: where one cannot be read, the others still are. */
import type { Pages } from './pages.ts'

export type Value = null | number | string | Buffer

/** A row as it is stored: of tables with a rowid that, else the key first. */
export interface Row {
  readonly rowid: number | undefined
  readonly values: readonly Value[]
}

export interface ReadPage {
  /** `table`: of a table with a rowid. `index`: of an index, or a table without. */
  readonly tree: 'table' | 'index'
  readonly rows: readonly Row[]
  /** Rows that the page should have and that cannot be read. */
  readonly broken: number
  /** Pages below this one. */
  readonly children: readonly number[]
}

const KINDS = {
  2: { tree: 'index', hasChildren: true },
  5: { tree: 'table', hasChildren: true },
  10: { tree: 'index', hasChildren: false },
  13: { tree: 'table', hasChildren: false },
} as const

/** Reads a page as part of a tree; undefined where it is none. */
export function readPage(pages: Pages, number: number): ReadPage | undefined {
  const page = pages.page(number)
  if (!page) return undefined
  const start = number === 1 ? 100 : 0
  const kind = KINDS[page.readUInt8(start) as keyof typeof KINDS] // undefined for all other bytes
  if (!kind) return undefined
  const { tree, hasChildren } = kind
  const cells = page.readUInt16BE(start + 3)
  const pointers = start + (hasChildren ? 12 : 8)
  if (pointers + 2 * cells > pages.usable) return undefined
  const rows: Row[] = []
  const children: number[] = hasChildren ? [page.readUInt32BE(start + 8)] : []
  let broken = 0
  for (let cell = 0; cell < cells; cell++) {
    const at = page.readUInt16BE(pointers + 2 * cell)
    try {
      if (at < pointers + 2 * cells || at + 4 > pages.usable) throw new RangeError('a cell lies outside')
      if (hasChildren) children.push(page.readUInt32BE(at))
      if (tree === 'index' || !hasChildren) rows.push(rowAt(pages, page, at + (hasChildren ? 4 : 0), tree))
    } catch {
      broken++
    }
  }
  return { tree, rows, broken, children }
}

function rowAt(pages: Pages, page: Buffer, at: number, tree: ReadPage['tree']): Row {
  const length = varint(page, at)
  let body = at + length.bytes
  let rowid: number | undefined
  if (tree === 'table') {
    const id = varint(page, body)
    rowid = id.value
    body += id.bytes
  }
  return { rowid, values: valuesIn(payload(pages, page, body, length.value, tree)) }
}

/** What a cell holds, also where it goes on on pages of its own. */
function payload(pages: Pages, page: Buffer, at: number, length: number, tree: ReadPage['tree']): Buffer {
  const { usable, count } = pages
  if (length > count * usable) throw new RangeError('a row is longer than the file')
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const most = tree === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (length <= most) return slice(page, at, length)
  const rest = least + ((length - least) % (usable - 4))
  const local = rest <= most ? rest : least
  const pieces = [slice(page, at, local)]
  let missing = length - local
  for (let next = slice(page, at + local, 4).readUInt32BE(0); missing > 0; ) {
    const more = pages.page(next)
    if (!more) throw new RangeError('a page is missing')
    const piece = slice(more, 4, Math.min(missing, usable - 4))
    pieces.push(piece)
    missing -= piece.length
    next = more.readUInt32BE(0)
  }
  return Buffer.concat(pieces)
}

/** The values of a record: a header of types, then one after the other. */
function valuesIn(record: Buffer): Value[] {
  const header = varint(record, 0)
  const values: Value[] = []
  let body = header.value
  for (let at = header.bytes; at < header.value; ) {
    const type = varint(record, at)
    at += type.bytes
    const { value, bytes } = valueAt(record, body, type.value)
    values.push(value)
    body += bytes
  }
  if (body !== record.length) throw new RangeError('a row is of another length than it says')
  return values
}

const INTEGERS = [0, 1, 2, 3, 4, 6, 8]
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function valueAt(record: Buffer, at: number, type: number): { value: Value; bytes: number } {
  if (type === 0) return { value: null, bytes: 0 }
  if (type === 8 || type === 9) return { value: type - 8, bytes: 0 }
  if (type === 7) return { value: slice(record, at, 8).readDoubleBE(0), bytes: 8 }
  const bytes = type < 7 ? (INTEGERS[type] ?? 0) : Math.floor((type - 12) / 2)
  if (type === 10 || type === 11) throw new RangeError('there is no such type')
  const content = slice(record, at, bytes)
  if (type >= 12) return { value: type % 2 === 1 ? utf8.decode(content) : content, bytes }
  return { value: type === 6 ? Number(content.readBigInt64BE(0)) : content.readIntBE(0, bytes), bytes }
}

/** Big-endian, seven bits a byte; of nine bytes the last has eight. */
function varint(buffer: Buffer, at: number): { value: number; bytes: number } {
  let value = 0
  for (let bytes = 1; bytes <= 8; bytes++) {
    const byte = buffer.readUInt8(at + bytes - 1)
    value = value * 128 + (byte & 127)
    if (byte < 128) return { value, bytes }
  }
  return { value: value * 256 + buffer.readUInt8(at + 8), bytes: 9 }
}

function slice(buffer: Buffer, at: number, length: number): Buffer {
  if (at < 0 || length < 0 || at + length > buffer.length) throw new RangeError('it lies outside')
  return buffer.subarray(at, at + length)
}
