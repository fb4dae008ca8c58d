import { Refusal } from '#app/failure'
import { Reader } from '#main/import/reader'
import type { StartReader } from '#main/import/reader-process'
import { isLarge } from '#main/store/check'
import type { Store } from '#main/store/store'

/** Milliseconds: as long as a timer can. A check takes as long as the file is large. */
const PATIENCE = 2 ** 31 - 1

/**
 * Looks a project through that opening has left for later, as it is large. In a process of its own: SQLite checks a file
 * as one piece of work, which cannot be stopped otherwise, and a damaged file hurts nobody else there. Throws a refusal:
 * `damaged`; `cancelled` once the signal has come, when the process is gone; `internal` where it ended by itself.
 *
 * @param startReader how a process is had; see `Reader`
 */
export async function lookThrough(
  { db, path, key }: Store,
  startReader: StartReader | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (!isLarge(db)) return
  const reader = new Reader(undefined, startReader)
  try {
    await reader.ask({ ask: 'is-whole', path, key }, { signal, timeoutMs: PATIENCE })
  } catch (error) {
    // What of another file would mean that it is too large.
    throw error instanceof Refusal && error.code === 'too-large' ? ended() : error
  } finally {
    await reader.close()
  }
}

const ended = () =>
  new Refusal(
    'internal',
    'The process that looks the project through has ended before it was done. Close other programs, then back the project up.',
  )
