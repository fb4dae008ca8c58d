/**
 * Watches the event loop of the process that it is imported into (`node --import`), and tells its parent when asked.
 * Not in its threads, nor in the processes that read files: these may be busy.
 */
import { openSync, readSync } from 'node:fs'
import { createHistogram, performance } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** What is asked, and what is told. Milliseconds, megabytes. */
export type Asked = 'begin' | 'tell'
export interface Told {
  /** The longest that something waited for its turn, and what 99 of 100 did not exceed. */
  readonly longest: number
  readonly most: number
  /**
   * The longest for which main's own work made something wait, with what it waited for the disk: without what the system
   * had main itself wait for a core that others had, or had it sleep on when there was something to do.
   */
  readonly own: number
  /** Of the whole process, its threads included. */
  readonly memory: number
}

/** Milliseconds between two looks. */
const PERIOD = 1

/**
 * Milliseconds for which the system has let this thread wait for a core although it could have gone on, since it began:
 * the second figure of its schedstat. Zero where the system does not say so.
 *
 * Source: Documentation/scheduler/sched-stats.rst of Linux
 */
function waitingForCore(): () => number {
  if (process.platform !== 'linux') return () => 0
  const file = openSync(`/proc/${process.pid}/task/${process.pid}/schedstat`, 'r')
  const bytes = Buffer.alloc(80)
  return () => Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, 80, 0)).split(' ')[1]) / 1e6
}

if (isMainThread && process.argv.includes('serve')) {
  const waited = createHistogram()
  const waitedForCore = waitingForCore()
  const look = () => ({
    ...{ at: performance.now(), core: waitedForCore() },
    active: performance.eventLoopUtilization().active,
  })
  let own = 0
  let last = look()
  setInterval(() => {
    const now = look()
    waited.record(Math.max(1, Math.round((now.at - last.at - PERIOD) * 1e6)))
    own = Math.max(own, now.active - last.active - (now.core - last.core))
    last = now
  }, PERIOD).unref()
  process.on('message', (asked: Asked) => {
    if (asked === 'begin') {
      waited.reset()
      own = 0
    } else
      process.send?.({
        longest: waited.max / 1e6,
        most: waited.percentile(99) / 1e6,
        own,
        memory: process.memoryUsage.rss() / 1e6,
      } satisfies Told)
  })
  process.channel?.unref()
}
