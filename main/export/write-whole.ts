import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '#app/failure'
import { diskRefusal } from '#main/store/disk'

/** What a file is made of, in order; text goes out as UTF-8 (a lone surrogate becomes U+FFFD). */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** Characters or bytes gathered before they are written: few system calls, little memory. */
const PIECE = 1 << 17

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

/** Where a file or folder stands until it is whole. */
export const partialPath = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.partial`)

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
