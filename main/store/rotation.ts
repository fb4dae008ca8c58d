/** Which backups are kept: those of the last sessions, and further back one a day, then one a week. */

const SESSIONS = 5
const DAYS = 7
const WEEKS = 4

const DAY = 86_400_000
/** The first Monday of the calendar of computers, in days: weeks begin with it. */
const MONDAY = 4

const dayOf = (time: number): number => Math.floor(time / DAY)
const weekOf = (time: number): number => Math.floor((dayOf(time) - MONDAY) / 7)

/**
 * The last five, the last of each of the last seven days that have one, and the last of each of the last four weeks that
 * have one. What is not kept now would not be kept later.
 *
 * @param times milliseconds since 1970, in any order
 */
export function keptBackups(times: readonly number[]): Set<number> {
  const newestFirst = [...times].sort((a, b) => b - a)
  return new Set([
    ...newestFirst.slice(0, SESSIONS),
    ...lastOfEach(newestFirst, dayOf).slice(0, DAYS),
    ...lastOfEach(newestFirst, weekOf).slice(0, WEEKS),
  ])
}

function lastOfEach(newestFirst: readonly number[], span: (time: number) => number): number[] {
  const last = new Map<number, number>()
  for (const time of newestFirst) if (!last.has(span(time))) last.set(span(time), time)
  return [...last.values()]
}
