import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '#app/failure'
import { Turns } from '#main/turns'

/** How many wrong ones cost nothing: everybody mistypes. */
const FREE = 3
/** Seconds that a try waits at most. */
const LONGEST = 30

/** Milliseconds for which the next try waits after so many wrong ones. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE ? 0 : Math.min(2 ** (wrong - FREE), LONGEST) * 1000

/**
 * Tries of a passphrase, one after the other, the more slowly the more were wrong. Who sits at the window gets no further
 * by guessing; who has the file guesses elsewhere, and only the passphrase itself stands before them.
 */
export class PassphraseTries {
  #wrong = 0
  readonly #turns = new Turns()
  readonly #wait: (milliseconds: number) => Promise<unknown>

  constructor(wait: (milliseconds: number) => Promise<unknown> = sleep) {
    this.#wait = wait
  }

  /** Does work that refuses (`wrong-passphrase`) where the passphrase is not the one. */
  next<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.next(() => this.#try(work))
  }

  async #try<T>(work: () => Promise<T>): Promise<T> {
    const wait = waitAfter(this.#wrong)
    if (wait > 0) await this.#wait(wait)
    try {
      const value = await work()
      this.#wrong = 0
      return value
    } catch (error) {
      if (error instanceof Refusal && error.code === 'wrong-passphrase') this.#wrong++
      throw error
    }
  }
}
