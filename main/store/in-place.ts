/**
 * Whether the file that a connection has open still is the one at its path. SQLite goes on writing to a file that was
 * moved or deleted, and nobody would find it again.
 */
import { statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refusal } from '#app/failure'

/** Which file stands at a path, whatever it is called: by its device and inode; undefined where there is none. */
export function fileAt(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

/**
 * Which file stands at a path, as long as it is there: the same after Assay was started again, and another one where a
 * file takes its place. Of file systems that do not keep when a file was made, a later one may be taken for it.
 */
export function whichFile(path: string): string {
  const { dev, ino, birthtimeNs } = statSync(path, { bigint: true })
  return `${dev}:${ino}:${birthtimeNs}`
}

/**
 * Remembers which file, and which file of changes beside it, a connection has just opened.
 *
 * @returns throws a refusal (`moved`) where others are there by now
 */
export function keepsInPlace(path: string): () => void {
  const paths = [path, `${path}-wal`]
  const opened = paths.map(fileAt)
  return () => {
    if (paths.some((one, index) => fileAt(one) !== opened[index])) throw moved(path)
  }
}

export const moved = (path: string): Refusal =>
  new Refusal(
    'moved',
    `${basename(path)} was moved, deleted or replaced while it was open. Put it back to ${dirname(path)}, or save a copy; nothing that was done is lost as long as Assay runs.`,
  )
