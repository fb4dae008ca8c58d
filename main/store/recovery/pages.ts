/**
 * The pages of a SQLite file as they stand, read past SQLite, which refuses a file that is damaged: the file's own, and
 * over them those that were committed to its write-ahead log. See "Database File Format" of SQLite, sections 1.3 and 4.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
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
  const read = (offset: number, bytes: number): Buffer | undefined => {
    const buffer = Buffer.alloc(bytes)
    return readSync(file, buffer, 0, bytes, offset) === bytes ? buffer : undefined
  }
  const log = committedPages(`${path}-wal`)
  if (key) return protectedPages(key)
  const header = log?.pages.get(1) ?? read(0, 100)
  const size = log?.size ?? sizeIn(header) ?? USUAL_SIZE
  const reserved = header && sizeIn(header) === size ? header.readUInt8(20) : 0
  return {
    size,
    usable: size - (reserved <= 32 ? reserved : 0),
    count: Math.max(Math.ceil(length / size), ...(log?.pages.keys() ?? [])),
    page: number => log?.pages.get(number) ?? read((number - 1) * size, size),
    close: () => closeSync(file),
  }

  function protectedPages(key: ProjectKey): Pages {
    const decrypted = pageOpener(key)
    return {
      size: PAGE,
      usable: PAGE - RESERVED,
      count: Math.max(Math.ceil(length / PAGE), ...(log?.pages.keys() ?? [])),
      page: number => {
        const page = log?.pages.get(number) ?? read((number - 1) * PAGE, PAGE)
        return page && decrypted(page, number)
      },
      close: () => closeSync(file),
    }
  }
}

function sizeIn(header: Buffer | undefined): number | undefined {
  if (!header?.subarray(0, 16).equals(Buffer.from('SQLite format 3\0'))) return undefined
  const size = header.readUInt16BE(16)
  return size === 1 ? 65536 : isPageSize(size) ? size : undefined
}

const isPageSize = (size: number): boolean => size >= 512 && size <= 65536 && (size & (size - 1)) === 0

const LOG_HEADER = 32
const FRAME_HEADER = 24

/** The pages in a write-ahead log, up to the last whole commit; undefined where it has none. */
function committedPages(path: string): { size: number; pages: Map<number, Buffer> } | undefined {
  if (!existsSync(path)) return undefined
  const log = readFileSync(path)
  if (log.length < LOG_HEADER || (log.readUInt32BE(0) & 0xfffffffe) !== 0x377f0682) return undefined
  const size = log.readUInt32BE(8)
  const sum = summing((log.readUInt32BE(0) & 1) === 1)
  if (!isPageSize(size) || !sum(log.subarray(0, 24)).equals(log.subarray(24, 32))) return undefined
  const pages = new Map<number, Buffer>()
  let open: [number, Buffer][] = []
  for (let at = LOG_HEADER; at + FRAME_HEADER + size <= log.length; at += FRAME_HEADER + size) {
    const frame = log.subarray(at, at + FRAME_HEADER)
    const page = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size)
    if (!frame.subarray(8, 16).equals(log.subarray(16, 24))) break
    sum(frame.subarray(0, 8))
    if (!sum(page).equals(frame.subarray(16, 24))) break
    open.push([frame.readUInt32BE(0), page])
    if (frame.readUInt32BE(4) === 0) continue
    for (const [number, committed] of open) pages.set(number, committed)
    open = []
  }
  return pages.size > 0 ? { size, pages } : undefined
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
