import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { diskRefusal } from '#main/store/disk'

/** What a file is made of, in order; text goes out as UTF-8 (a lone surrogate becomes U+FFFD). */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** Characters or bytes gathered before they are written: few system calls, little memory. */
const PIECE = 1 << 20

/**
 * Writes a file whole or not at all: to a temporary file beside it, synced to the disk, then renamed. Where
 * anything throws, a file that was there before stays as it was.
 *
 * @param pieces async ones may let others work between
 * @returns how many bytes were written
 */
export async function writeWhole(path: string, pieces: Pieces): Promise<number> {
  const partial = partialPath(path)
  try {
    const written = await writeSynced(partial, pieces)
    renameSync(partial, path)
    syncFolder(dirname(path))
    return written
  } catch (error) {
    rmSync(partial, { force: true })
    throw diskRefusal(error, path) ?? error
  }
}

/** Where a file or folder stands until it is whole. */
export const partialPath = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.partial`)

/** Writes a new file, syncs it to the disk, and says how many bytes it has. */
export async function writeSynced(path: string, pieces: Pieces): Promise<number> {
  const file = openSync(path, 'wx')
  let bytes = 0
  const write = (content: Uint8Array) => {
    bytes += content.length
    for (let written = 0; written < content.length; ) written += writeSync(file, content, written)
  }
  try {
    let gathered = ''
    const flush = () => {
      if (gathered !== '') write(Buffer.from(gathered, 'utf8'))
      gathered = ''
    }
    for await (const piece of pieces) {
      if (typeof piece === 'string') {
        gathered += piece
        if (gathered.length >= PIECE) flush()
      } else {
        flush()
        write(piece)
      }
    }
    flush()
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return bytes
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
