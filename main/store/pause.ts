import { Refusal } from '#app/failure'

/**
 * Called between two steps of long work that holds its thread, with how far it has come. Throws `stopped()` where the work
 * is to stop.
 */
export type Pause = (done: number, total: number) => void

/** For work that nobody watches. */
export const unwatched: Pause = () => {}

/** The refusal of work that was stopped, and has changed nothing. */
export const stopped = (): Refusal =>
  new Refusal('cancelled', 'The work was stopped before it was done; nothing of it was kept.')
