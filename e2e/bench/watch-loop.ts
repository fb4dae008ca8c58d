/**
 * Watches the event loop of the process that it is imported into (`node --import`), and tells its parent when asked.
 * Not in its threads, nor in the processes that read files: these may be busy.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** What is asked, and what is told. Milliseconds, megabytes. */
export type Asked = 'begin' | 'tell'
export interface Told {
  /** The longest that something waited for its turn, and what 99 of 100 did not exceed. */
  readonly longest: number
  readonly most: number
  /** Of the whole process, its threads included. */
  readonly memory: number
}

if (isMainThread && process.argv.includes('serve')) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  process.on('message', (asked: Asked) => {
    if (asked === 'begin') delay.reset()
    else
      process.send?.({
        longest: delay.max / 1e6,
        most: delay.percentile(99) / 1e6,
        memory: process.memoryUsage.rss() / 1e6,
      } satisfies Told)
  })
  process.channel?.unref()
}
