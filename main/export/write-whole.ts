import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { diskRefusal } from '#main/store/disk'

/** Characters gathered before they are written: few system calls, little memory. */
const PIECE = 1 << 20

/**
 * Writes a file whole or not at all: to a temporary file beside it, synced to the disk, then renamed. Where
 * anything throws, a file that was there before stays as it was.
 *
 * @param pieces of text, written as UTF-8 (a lone surrogate becomes U+FFFD); async ones may let others work between
 * @returns how many bytes were written
 */
export async function writeWhole(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<number> {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.partial`)
  try {
    const file = openSync(partial, 'wx')
    let bytes = 0
    try {
      let gathered = ''
      for await (const piece of pieces) {
        gathered += piece
        if (gathered.length < PIECE) continue
        bytes += writeAll(file, gathered)
        gathered = ''
      }
      bytes += writeAll(file, gathered)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(partial, path)
    syncFolder(dirname(path))
    return bytes
  } catch (error) {
    rmSync(partial, { force: true })
    throw diskRefusal(error, path) ?? error
  }
}

function writeAll(file: number, text: string): number {
  const bytes = Buffer.from(text, 'utf8')
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
  return bytes.length
}

/** Makes the renaming itself durable. Windows has no such call, and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
