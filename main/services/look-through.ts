import { Reader } from '#main/import/reader'
import type { StartReader } from '#main/import/reader-process'
import { isLarge } from '#main/store/check'
import type { Store } from '#main/store/store'

/** Milliseconds: as long as a timer can. A check takes as long as the file is large. */
const PATIENCE = 2 ** 31 - 1

/**
 * Looks a project through that opening has left for later, as it is large. In a process of its own: SQLite checks a file
 * as one piece of work, which cannot be stopped otherwise, and a damaged file hurts nobody else there. Throws a refusal:
 * `damaged`; `cancelled` once the signal has come, when the process is gone.
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
  } finally {
    await reader.close()
  }
}
