/** Chromium's own trace of a page, and what its main thread worked by it. */
import type { Page } from '@playwright/test'

/**
 * An event of a trace: times in microseconds.
 * @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU (Trace Event Format)
 */
export interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
}

/** Every task of a thread, and the marks of `performance.mark`. */
const CATEGORIES = ['disabled-by-default-devtools.timeline', 'blink.user_timing']

/** Does the work while Chromium takes a trace. */
export async function traced(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  const client = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  // What the protocol declares only as objects are the events of its trace format.
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const ended = new Promise(resolve => client.once('Tracing.tracingComplete', resolve))
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  await work()
  await client.send('Tracing.end')
  await ended
  return events
}

/**
 * How long a thread worked from each mark of the name `from` to the end of the task that has the next mark `to`.
 * @returns milliseconds, in the order of the marks
 */
export function workBetween(events: readonly TraceEvent[], from: string, to: string): number[] {
  const begins = marks(events, from)
  const ends = marks(events, to)
  const [first] = begins
  const tasks = events
    .filter(event => event.name === 'RunTask' && event.pid === first?.pid && event.tid === first.tid)
    .map(task => ({ start: task.ts, end: task.ts + (task.dur ?? 0) }))
  return begins.map(({ ts: begin }) => {
    const shown = ends.find(end => end.ts > begin)?.ts ?? Number.NaN
    const end = tasks.find(task => task.start <= shown && shown <= task.end)?.end ?? Number.NaN
    const within = tasks.filter(task => task.end > begin && task.start < end)
    return within.reduce((sum, task) => sum + task.end - Math.max(task.start, begin), 0) / 1000
  })
}

const marks = (events: readonly TraceEvent[], name: string): TraceEvent[] =>
  events.filter(event => event.name === name).sort((a, b) => a.ts - b.ts)
