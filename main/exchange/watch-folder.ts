import { type FSWatcher, watch } from 'node:fs'

export interface Watching {
  /** Does a round. Never called while another is under way; stops early where the signal says so. */
  round(signal: AbortSignal): Promise<unknown>
  /** Told what a round threw, unless that was the closing; the next round comes all the same. */
  onError(error: unknown): void
  /** Milliseconds for which the folder has to be quiet before a round. */
  readonly debounce?: number
  /** Milliseconds between rounds where nothing is heard of the folder. */
  readonly poll?: number
}

export interface FolderWatch {
  /** Does a round soon, whatever the folder does. */
  now(): void
  /** Stops the round that is under way, and waits for its end. */
  close(): Promise<void>
}

/**
 * Calls for a round at once, when something changes in the folder, and every so often: a network drive tells nothing of
 * what others do, and a stick may be away for a while.
 */
export function watchFolder(
  folder: string,
  { round, onError, debounce = 2000, poll = 30_000 }: Watching,
): FolderWatch {
  const closing = new AbortController()
  let watcher: FSWatcher | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false

  /** Hears of changes where that is possible; asked again before every round, as the folder may have come back. */
  function listen(): void {
    if (watcher) return
    try {
      watcher = watch(folder, hear)
      watcher.on('error', deafen)
    } catch {
      // It is not there, or its file system cannot be watched: then the polling is all there is.
    }
  }

  /** What comes during a round may have come too late for it. */
  function hear(): void {
    if (running) again = true
    else schedule(debounce)
  }

  function deafen(): void {
    watcher?.close()
    watcher = undefined
  }

  function schedule(delay: number): void {
    if (closing.signal.aborted) return
    clearTimeout(timer)
    timer = setTimeout(begin, delay)
  }

  function begin(): void {
    if (running) {
      again = true
      return
    }
    again = false
    listen()
    running = doRound().finally(() => {
      running = undefined
      schedule(again ? debounce : poll)
    })
  }

  async function doRound(): Promise<void> {
    try {
      await round(closing.signal)
    } catch (error) {
      if (closing.signal.aborted) return
      // Whatever was watched may be gone, and another of that name come back.
      deafen()
      onError(error)
    }
  }

  schedule(0)
  return {
    now: () => schedule(0),
    async close() {
      closing.abort()
      clearTimeout(timer)
      deafen()
      await running
    },
  }
}
