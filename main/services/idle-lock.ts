/** Milliseconds between two looks at the clock. It is looked at, for a timer stands still while a computer sleeps. */
const LOOK = 15_000

/** Milliseconds within which a window that was asked to lock has to say that it is there. */
const ANSWER = 5_000

interface Locking {
  /** Minutes after which an unused project is locked; 0 for never, and where there is nothing to lock. */
  minutes(): number
  /** Asks the windows to save what they have and to lock. */
  ask(): void
  /** Locks, for want of a window. */
  lock(): void
}

/** Locks a project that nobody uses. The windows say when somebody does. */
export class IdleLock {
  readonly #locking: Locking
  readonly #now: () => number
  readonly #looking: ReturnType<typeof setInterval>
  #used: number
  #asked: number | undefined

  constructor(locking: Locking, now: () => number = Date.now) {
    this.#locking = locking
    this.#now = now
    this.#used = now()
    this.#looking = setInterval(() => this.look(), LOOK).unref()
  }

  /** Somebody is there. A window that was asked to lock answers with it, and locks once it has saved. */
  stay(): void {
    this.#used = this.#now()
    this.#asked = undefined
  }

  /** Looks at the clock. */
  look(): void {
    const minutes = this.#locking.minutes()
    if (minutes > 0 && this.#now() - this.#used >= minutes * 60_000) this.leave()
  }

  /** Nobody is there any more. */
  leave(): void {
    if (this.#asked !== undefined) return
    const asked = this.#now()
    this.#asked = asked
    this.#locking.ask()
    setTimeout(() => {
      if (this.#asked !== asked) return
      this.#asked = undefined
      this.#locking.lock()
    }, ANSWER).unref()
  }

  close(): void {
    clearInterval(this.#looking)
  }
}
