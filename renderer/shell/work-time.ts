/** How long somebody has been at work: from their signs of life, with pauses left out. Values in, values out. */

/** Milliseconds without a sign of life after which the time rests. */
export const IDLE = 2 * 60_000

export interface WorkTime {
  /** Milliseconds at work up to the last sign of life. */
  readonly worked: number
  /** When that was, in milliseconds; null before the first. */
  readonly last: number | null
}

export const NO_WORK: WorkTime = { worked: 0, last: null }

/** Milliseconds at work until now. Of a pause, its first two minutes count: they may have been reading. */
export const workedUntil = ({ worked, last }: WorkTime, now: number): number =>
  worked + (last === null ? 0 : Math.min(Math.max(now - last, 0), IDLE))

/** A sign of life. */
export const alive = (time: WorkTime, now: number): WorkTime => ({
  worked: workedUntil(time, now),
  last: now,
})

export const isResting = ({ last }: WorkTime, now: number): boolean => last !== null && now - last >= IDLE

/** Sentences an hour; null while there is too little time to say. */
export const pace = (sentences: number, worked: number): number | null =>
  worked < 60_000 ? null : Math.round((sentences * 3_600_000) / worked)
