/** Pieces of work that follow one another, each in the order in which it was asked for. One that fails stops no other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Does work when its turn comes. */
  next<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }

  /** Resolves once all is done that was asked for until now. */
  async rest(): Promise<void> {
    await this.#last
  }
}
