/**
 * The pages of a SQLite file as they stand, read past SQLite, which refuses a file that is damaged: the file's own, and
 * over them those that were committed to its write-ahead log. See "Database File Format" of SQLite, sections 1.3 and 4.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { PAGE, type ProjectKey, pageOpener, RESERVED } from '../protection/project-key.ts'

export interface Pages {
  /** Bytes of a page. */
  readonly size: number
  /** Bytes of a page that are used. */
  readonly usable: number
  readonly count: number
  /** A page by its number, from 1; undefined where the file does not have all of it, or it is not signed with the key. */
  page(number: number): Buffer | undefined
  close(): void
}

/** What Assay's files have, where the header does not tell any more. */
const USUAL_SIZE = 4096

/** @param key of a protected project, whose pages are decrypted with it */
export function openPages(path: string, key?: ProjectKey): Pages {
  const file = openSync(path, 'r')
  const { size: length } = fstatSync(file)
  const log = committedPages(`${path}-wal`)
  const inLog = (number: number): Buffer | undefined => {
    const at = log?.pages.get(number)
    return log && at !== undefined ? bytesAt(log.file, at, log.size) : undefined
  }
  const { size, usable, plain } = key ? protectedForm(key) : plainForm(inLog(1) ?? bytesAt(file, 0, 100), log)
  let count = Math.ceil(length / size)
  for (const number of log?.pages.keys() ?? []) count = Math.max(count, number)
  return {
    ...{ size, usable, count },
    page(number) {
      const page = inLog(number) ?? bytesAt(file, (number - 1) * size, size)
      return page && plain(page, number)
    },
    close() {
      closeSync(file)
      if (log) closeSync(log.file)
    },
  }
}

/** How the pages of a file are to be read. */
interface Form extends Pick<Pages, 'size' | 'usable'> {
  /** What a page says; undefined where nobody can tell. */
  readonly plain: (page: Buffer, number: number) => Buffer | undefined
}

const protectedForm = (key: ProjectKey): Form => ({
  ...{ size: PAGE, usable: PAGE - RESERVED },
  plain: pageOpener(key),
})

function plainForm(header: Buffer | undefined, log: Log | undefined): Form {
  const size = log?.size ?? sizeIn(header) ?? USUAL_SIZE
  const reserved = header && sizeIn(header) === size ? header.readUInt8(20) : 0
  return { size, usable: size - (reserved <= 32 ? reserved : 0), plain: page => page }
}

function sizeIn(header: Buffer | undefined): number | undefined {
  if (!header?.subarray(0, 16).equals(Buffer.from('SQLite format 3\0'))) return undefined
  const size = header.readUInt16BE(16)
  return size === 1 ? 65536 : isPageSize(size) ? size : undefined
}

const isPageSize = (size: number): boolean => size >= 512 && size <= 65536 && (size & (size - 1)) === 0

const LOG_HEADER = 32
const FRAME_HEADER = 24

/** Where the pages of a write-ahead log lie in it. */
interface Log {
  readonly file: number
  readonly size: number
  /** By the number of each page, bytes from the beginning. */
  readonly pages: ReadonlyMap<number, number>
}

/** The pages in a write-ahead log, up to the last whole commit; undefined where it has none. */
function committedPages(path: string): Log | undefined {
  if (!existsSync(path)) return undefined
  const file = openSync(path, 'r')
  const found = pagesOfLog(file)
  if (!found) closeSync(file)
  return found
}

function pagesOfLog(file: number): Log | undefined {
  const { size: length } = fstatSync(file)
  const header = bytesAt(file, 0, LOG_HEADER)
  if (!header || (header.readUInt32BE(0) & 0xfffffffe) !== 0x377f0682) return undefined
  const size = header.readUInt32BE(8)
  const sum = summing((header.readUInt32BE(0) & 1) === 1)
  if (!isPageSize(size) || !sum(header.subarray(0, 24)).equals(header.subarray(24, 32))) return undefined
  const pages = new Map<number, number>()
  let open: [number, number][] = []
  for (let at = LOG_HEADER; at + FRAME_HEADER + size <= length; at += FRAME_HEADER + size) {
    const whole = bytesAt(file, at, FRAME_HEADER + size)
    if (!whole) break
    const [frame, page] = [whole.subarray(0, FRAME_HEADER), whole.subarray(FRAME_HEADER)]
    if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) break
    sum(frame.subarray(0, 8))
    if (!sum(page).equals(frame.subarray(16, 24))) break
    open.push([frame.readUInt32BE(0), at + FRAME_HEADER])
    if (frame.readUInt32BE(4) === 0) continue
    for (const [number, place] of open) pages.set(number, place)
    open = []
  }
  return pages.size > 0 ? { file, size, pages } : undefined
}

/** Bytes of a file; undefined where it does not have all of them. */
function bytesAt(file: number, offset: number, bytes: number): Buffer | undefined {
  const buffer = Buffer.alloc(bytes)
  return readSync(file, buffer, 0, bytes, offset) === bytes ? buffer : undefined
}

/** The running checksum of a log. Each call goes on with more bytes, and gives where it stands. */
function summing(isBigEndian: boolean): (bytes: Buffer) => Buffer {
  let [first, second] = [0, 0]
  return bytes => {
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      const one = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
      const other = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
      first = (first + one + second) >>> 0
      second = (second + other + first) >>> 0
    }
    const sum = Buffer.alloc(8)
    sum.writeUInt32BE(first, 0)
    sum.writeUInt32BE(second, 4)
    return sum
  }
}
