import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/**
 * What is worth remembering between two rounds in one process, so that a large folder is not read again every time. All
 * of it can be forgotten.
 */
export interface FolderMemory {
  /** The SHA-256 of a file, hexadecimal; read again only where the file may have changed. */
  sha256(path: string, stats: Stats): Promise<string>
  /** Content that was found to be no exchange file, or not a whole one, by its SHA-256. */
  readonly unreadable: Set<string>
}

/** A file that changed within this many milliseconds may change again without its times showing it. */
const RECENT = 5000

export function folderMemory(): FolderMemory {
  const known = new Map<string, { readonly stamp: string; readonly sha256: string }>()
  return {
    async sha256(path, { size, mtimeMs, ctimeMs }) {
      const stamp = [size, mtimeMs, ctimeMs].join()
      const before = known.get(path)
      if (before?.stamp === stamp) return before.sha256
      const sha256 = await sha256OfFile(path)
      if (Date.now() - Math.max(mtimeMs, ctimeMs) > RECENT) known.set(path, { stamp, sha256 })
      return sha256
    },
    unreadable: new Set(),
  }
}

/** Hexadecimal. Throws what the disk says. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
