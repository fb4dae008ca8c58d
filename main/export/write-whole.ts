import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '#app/failure'
import { diskRefusal } from '#main/store/disk'
import { APPLICATION_ID } from '#main/store/migrations/migrations'
import { isProtected } from '#main/store/protection/project-key'

/** What a file is made of, in order; text goes out as UTF-8 (a lone surrogate becomes U+FFFD). */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** Characters or bytes gathered before they are written: few system calls, little memory. */
const PIECE = 1 << 17

/**
 * Writes a file whole or not at all: to a temporary file beside it, synced to the disk, then renamed. Where
 * anything throws, a file that was there before stays as it was. Throws a refusal (`exists`, `invalid-input`) where what
 * is there must not be written over.
 *
 * @param pieces async ones may let others work between
 * @returns how many bytes were written
 */
export async function writeWhole(path: string, pieces: Pieces): Promise<number> {
  assertMayBeReplaced(path)
  clearPartials(path)
  const partial = partialPath(path)
  try {
    const written = await writeSynced(partial, pieces)
    renameSync(partial, path)
    syncFolder(dirname(path))
    return written
  } catch (error) {
    rmSync(partial, { force: true })
    throw writingRefusal(error, path) ?? error
  }
}

/** As `diskRefusal`, of a file or folder that was to be made: where it would lie in one that is not there, that is named. */
export function writingRefusal(error: unknown, path: string): Refusal | undefined {
  const refusal = diskRefusal(error, path)
  const folder = dirname(path)
  if (refusal?.code !== 'not-found' || existsSync(folder)) return refusal
  return new Refusal('not-found', `There is no folder ${folder}. Make it, or choose another one.`)
}

/** Milliseconds after which what is not whole yet is what a killed process left behind. */
const ABANDONED = 3_600_000

/** How what is not whole yet begins: with as much of its name as leaves room for the rest in 255 bytes. */
const partialPrefix = (path: string): string => `.${basename(path).slice(0, 50)}.`

/** Where a file or folder stands until it is whole. */
export const partialPath = (path: string): string =>
  join(dirname(path), `${partialPrefix(path)}${randomUUID().slice(0, 8)}.partial`)

/**
 * Removes what killed processes left of a file or folder that they were writing.
 *
 * @param prefix how the names of these begin; those of one path by default
 */
export function clearPartials(path: string, prefix = partialPrefix(path)): void {
  const folder = dirname(path)
  // Whether it can be written there at all is found out where it is written.
  const names = existsSync(folder) ? readdirSync(folder) : []
  for (const name of names.filter(one => one.startsWith(prefix) && one.endsWith('.partial'))) {
    const left = join(folder, name)
    const { mtimeMs } = statSync(left, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > ABANDONED) removeIfPossible(left)
  }
}

/** Removes what a killed process left. What cannot be removed, as it is somebody else's, hinders nobody. */
export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Another time, perhaps.
  }
}

/** What belongs to a project beside its file; see `Store`. */
const BESIDE_A_PROJECT = /-(?:wal|shm|journal|lock|lock-journal)$/

/** Bytes at the beginning of a SQLite file, up to the name of the application whose it is. */
const HEADER = 72

/**
 * Whether a file is a project, however it is called. One that is open has its lock beside it, and is not looked into: that
 * would let go of SQLite's locks.
 */
function isProject(path: string): boolean {
  if (existsSync(`${path}-lock`) || isProtected(path)) return true
  const header = Buffer.alloc(HEADER)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, HEADER, 0)
  } finally {
    closeSync(file)
  }
  return header.toString('latin1', 0, 15) === 'SQLite format 3' && header.readUInt32BE(68) === APPLICATION_ID
}

/** Throws a refusal where what stands at a path is a project or a part of one, or no file. */
function assertMayBeReplaced(path: string): void {
  const standing = statSync(path, { throwIfNoEntry: false })
  if (!standing) return
  const name = basename(path)
  if (standing.isDirectory()) throw new Refusal('invalid-input', `${path} is a folder. Name a file.`)
  if (!standing.isFile()) throw new Refusal('invalid-input', `${path} is no file. Name a file.`)
  const project = path.replace(BESIDE_A_PROJECT, '')
  const isPart = project !== path && existsSync(project)
  if (isPart || /\.assay$/i.test(name) || isProject(path))
    throw new Refusal('exists', `${name} is a project, or a part of one. Choose another name.`)
}

/** Writes a new file, syncs it to the disk, and says how many bytes it has. */
export async function writeSynced(path: string, pieces: Pieces): Promise<number> {
  const file = openSync(path, 'wx')
  const text = textWriter(content => writeAll(file, content))
  let bytes = 0
  const writeAll = (to: number, content: Uint8Array) => {
    bytes += content.length
    for (let written = 0; written < content.length; ) written += writeSync(to, content, written)
  }
  try {
    for await (const piece of pieces) {
      if (typeof piece === 'string') text.write(piece)
      else {
        text.flush()
        writeAll(file, piece)
      }
    }
    text.flush()
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return bytes
}

/** Gathers text, and gives it as UTF-8, through one buffer that is used again: what is dead need not be collected. */
function textWriter(give: (content: Uint8Array) => void) {
  const encoder = new TextEncoder()
  const buffer = new Uint8Array(4 * PIECE)
  let gathered = ''
  const flush = () => {
    for (let at = 0; at < gathered.length; ) {
      const { read, written } = encoder.encodeInto(at === 0 ? gathered : gathered.slice(at), buffer)
      give(buffer.subarray(0, written))
      at += read
    }
    gathered = ''
  }
  return {
    flush,
    write(piece: string): void {
      gathered += piece
      if (gathered.length >= PIECE) flush()
    },
  }
}

/** Makes a renaming within a folder itself durable. Windows has no such call, and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
