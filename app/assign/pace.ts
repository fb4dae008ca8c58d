/** How fast somebody works, and when they will be done. */

/** What somebody did on a day on which they worked. */
export interface WorkingDay {
  /** ISO 8601, UTC: `2026-11-24`. */
  readonly day: string
  readonly sentences: number
}

/** Of how many of the last days worked a pace is made. */
export const DAYS_OF_PACE = 7

/** Sentences a day, of the last days worked; null where there are none. @param days the last first */
export function paceOf(days: readonly WorkingDay[]): number | null {
  const last = days.slice(0, DAYS_OF_PACE)
  const done = last.reduce((sum, { sentences }) => sum + sentences, 0)
  return last.length > 0 && done > 0 ? done / last.length : null
}

const DAY = 86_400_000
/** Nothing is expected later than this many days from now. */
const FARTHEST = 36_500

/**
 * The day on which all is done, if every day is like the last days worked; null without a pace or with nothing left.
 *
 * @param left sentences. @param today ISO 8601
 */
export function expectedEnd(left: number, pace: number | null, today: string): string | null {
  if (pace === null || left <= 0) return null
  const days = Math.ceil(left / pace)
  if (days > FARTHEST) return null
  return new Date(Date.parse(today.slice(0, 10)) + days * DAY).toISOString().slice(0, 10)
}
