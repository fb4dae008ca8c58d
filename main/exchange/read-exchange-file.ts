import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  ASK_AGAIN,
  type Entry,
  entryOrder,
  type Header,
  readHeader,
  readLine,
  type Trailer,
} from '#app/exchange/exchange-file'
import type { PublicKey } from '#app/exchange/signature'
import { Refusal } from '#app/failure'
import { removeIfPossible } from '#main/export/write-whole'
import { diskRefusal } from '#main/store/disk'
import { headOf, isSealed, openSealed } from './seal.ts'
import { isSignatureOf } from './sign.ts'

/** Bytes of the longest line: an article of the largest size taken, every character of it escaped. */
const LONGEST_LINE = 256 * 1024 * 1024
const MOST_LINES = 9_000_000
/** Bytes of the largest file, unpacked. */
const LARGEST = 16 * 1024 ** 3
/** Text packs to a tenth or a twentieth. What unpacks to this many times its length is made to fill a disk. */
const BOMB = 300
const PIECE = 1 << 20

/** An exchange file, open to be read. */
export interface ExchangeFile {
  readonly header: Header
  /** Bytes, unpacked. */
  readonly size: number
  /** Bytes of it that have been read. */
  read(): number
  /** The records, in order, each with its line; to be walked once, to the end, which is where the file proves whole. */
  entries(): Generator<Entry & { readonly line: number }>
  /** Hexadecimal, of the file as it is: known when it has been walked. */
  sha256(): string
  /** Whose signature the file bears: known when it has been walked; null where nobody signed. */
  signer(): PublicKey | null
  close(): void
}

/**
 * Opens an exchange file, packed, encrypted, or neither. Throws a refusal where it is none, `needs-passphrase` or
 * `wrong-passphrase` where it is encrypted; `entries` throws one where it is cut off,
 * was altered, or has a line that is not as it should be.
 */
export async function openExchangeFile(path: string, passphrase?: string): Promise<ExchangeFile> {
  const plain = await plainFile(path, passphrase)
  let file: number
  try {
    file = openSync(plain.path, 'r')
  } catch (error) {
    plain.remove()
    throw diskRefusal(error, path) ?? error
  }
  const close = () => {
    closeSync(file)
    plain.remove()
  }
  try {
    return opened(file, close)
  } catch (error) {
    close()
    throw error
  }
}

function opened(file: number, close: () => void): ExchangeFile {
  const hash = createHash('sha256')
  let read = 0
  const lines = linesOf(file, bytes => {
    read += bytes
  })
  const first = lines.next()
  if (first.done) throw new Refusal('unreadable', `The file is empty. ${ASK_AGAIN}`)
  const header = readHeader(first.value.toString('utf8'))
  hash.update(first.value)
  let digest = ''
  let signer: PublicKey | null = null

  function* entries(): Generator<Entry & { line: number }> {
    const counts: Record<string, number> = {}
    let number = 1
    let last: Entry | undefined
    for (const bytes of lines) {
      number++
      if (number > MOST_LINES)
        throw new Refusal('too-large', `It has more than ${MOST_LINES} lines. ${ASK_AGAIN}`)
      const line = readLine(bytes.toString('utf8'), number)
      if ('end' in line) {
        digest = hash.digest('hex')
        checkEnd(line.end, digest, counts, lines, number)
        signer = line.end.signature?.key ?? null
        return
      }
      if (last && entryOrder(last, line) >= 0)
        throw new Refusal('unreadable', `Line ${number} is out of its place, or there twice. ${ASK_AGAIN}`, {
          line: number,
        })
      hash.update(bytes)
      counts[line.kind] = (counts[line.kind] ?? 0) + 1
      last = line
      yield { ...line, line: number }
    }
    throw new Refusal(
      'unreadable',
      `It ends after line ${number}, before its end: it is cut off. ${ASK_AGAIN}`,
      {
        line: number,
      },
    )
  }
  return {
    ...{ header, size: fstatSync(file).size, read: () => read },
    ...{ entries, sha256: () => digest, signer: () => signer, close },
  }
}

function checkEnd(
  end: Trailer,
  digest: string,
  counts: Readonly<Record<string, number>>,
  rest: Iterator<Buffer>,
  number: number,
): void {
  const kinds = new Set([...Object.keys(end.counts), ...Object.keys(counts)])
  const counted = [...kinds].every(kind => (end.counts as Record<string, number>)[kind] === counts[kind]) // by any name
  if (end.sha256 !== digest || !counted)
    throw new Refusal('unreadable', `It was altered after it was made: its checksum is another. ${ASK_AGAIN}`)
  if (end.signature && !isSignatureOf(digest, end.signature))
    throw new Refusal(
      'unreadable',
      `It was altered after it was signed: the signature is not that of this file. ${ASK_AGAIN}`,
    )
  if (!rest.next().done)
    throw new Refusal('unreadable', `It goes on after its end, from line ${number + 1}. ${ASK_AGAIN}`)
}

/** Lines, each with the LF that ends it; what stands after the last LF, if anything, comes without one. */
function* linesOf(file: number, onRead: (bytes: number) => void): Generator<Buffer> {
  let pieces: Buffer[] = []
  let length = 0
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE)
    const read = readSync(file, piece, 0, PIECE, null)
    if (read === 0) break
    onRead(read)
    let start = 0
    for (let end = piece.indexOf(10, start); end >= 0 && end < read; end = piece.indexOf(10, start)) {
      const line = piece.subarray(start, end + 1)
      yield pieces.length === 0 ? line : Buffer.concat([...pieces, line])
      pieces = []
      length = 0
      start = end + 1
    }
    if (start >= read) continue
    pieces.push(piece.subarray(start, read))
    length += read - start
    if (length > LONGEST_LINE)
      throw new Refusal('too-large', `It has a line that is longer than any record. ${ASK_AGAIN}`)
  }
  if (length > 0) yield Buffer.concat(pieces)
}

/** A file that can be read as it is; `remove` takes a copy away again, and leaves the file itself. */
interface PlainFile {
  readonly path: string
  remove(): void
}

/** The file itself, or a copy that is decrypted, unpacked, or both. */
async function plainFile(path: string, passphrase: string | undefined): Promise<PlainFile> {
  const head = headOf(path)
  if (!isSealed(head)) return unpacked(path, head)
  const opened = temporaryCopy()
  try {
    await openSealed(path, opened.path, head, passphrase)
    const plain = await unpacked(opened.path, headOf(opened.path))
    if (plain.path !== opened.path) opened.remove()
    return { path: plain.path, remove: plain.path === opened.path ? opened.remove : plain.remove }
  } catch (error) {
    opened.remove()
    throw error
  }
}

/** A place for what only this person may read. What a process that was killed left in such a one goes first. */
function temporaryCopy(): PlainFile {
  for (const name of readdirSync(tmpdir())) {
    const [, left] = COPY.exec(name) ?? []
    if (left && !isRunning(Number(left))) removeIfPossible(join(tmpdir(), name))
  }
  const path = join(tmpdir(), `assay-${process.pid}-${randomUUID()}.jsonl`)
  return { path, remove: () => rmSync(path, { force: true }) }
}

/** The name of such a copy, with the number of the process whose it is. */
const COPY = /^assay-(\d+)-[0-9a-f-]{36}\.jsonl$/

function isRunning(pid: number): boolean {
  try {
    // Nothing is sent.
    return process.kill(pid, 0)
  } catch (error) {
    // That of somebody else, which cannot be asked, runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The file itself, or where it is packed, an unpacked copy. */
async function unpacked(path: string, head: Uint8Array): Promise<PlainFile> {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return { path, remove() {} }
  const copy = temporaryCopy()
  const limit = Math.min(LARGEST, Math.max(PIECE * 64, statSync(path).size * BOMB))
  try {
    await pipeline(
      createReadStream(path),
      createGunzip(),
      atMost(limit),
      createWriteStream(copy.path, { mode: 0o600, flags: 'wx' }),
    )
  } catch (error) {
    copy.remove()
    if (error instanceof Refusal) throw error
    throw (
      diskRefusal(error, copy.path) ??
      new Refusal('unreadable', `It is packed, and damaged or cut off. ${ASK_AGAIN}`)
    )
  }
  return copy
}

function atMost(limit: number): Transform {
  let bytes = 0
  return new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length
      if (bytes > limit) done(new Refusal('too-large', `It unpacks to more than any project. ${ASK_AGAIN}`))
      else done(null, piece)
    },
  })
}
