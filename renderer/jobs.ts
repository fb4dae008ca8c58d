/** Long work in main, as the window sees it: how far it has come, and that it can be stopped. */
import { call, currentWork, on } from './door.ts'
import { settled } from './shell/outbox.ts'

export interface Work {
  /** By which it is stopped. */
  readonly job: string
  readonly done: number
  /** Zero while it is not known. */
  readonly total: number
}

/**
 * Asks main for long work.
 *
 * @param show is told how far it has come, first that it begins, and never after it has ended
 * @param ask makes the call; the job goes with it
 */
export async function asJob<T>(show: (work: Work) => void, ask: (job: string) => Promise<T>): Promise<T> {
  const job = crypto.randomUUID()
  show({ job, done: 0, total: 0 })
  const deaf = on('progress', progress => {
    if (progress.job === job) show(progress)
  })
  try {
    return await ask(job)
  } finally {
    deaf()
  }
}

/**
 * As `asJob`, of work that is to see all that the person did: it begins once that is saved.
 *
 * @param ask gets besides what the window worked on when the person asked for it, for steps
 */
export function asJobOnceSaved<T>(
  show: (work: Work) => void,
  ask: (job: string, of: string) => Promise<T>,
): Promise<T> {
  const of = currentWork()
  return asJob(show, async job => {
    await settled()
    return ask(job, of)
  })
}

/** Stops work at its next pause; the call that asked for it is refused then (`cancelled`). */
export const stopJob = (job: string): void => void call('job.cancel', { job })
