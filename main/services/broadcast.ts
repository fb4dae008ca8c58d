import type { AnyEvent, EventName, Events } from '#app/contract'

/** What windows are told of, and those that listen. */
export class Broadcast {
  readonly #listeners = new Set<(event: AnyEvent) => void>()

  emit<N extends EventName>(name: N, payload: Events[N]): void {
    // The name and its payload belong together by the type of this method's arguments.
    const event = { name, payload } as AnyEvent
    for (const listener of this.#listeners) listener(event)
  }

  /** What tells the windows how far a job has come. */
  progressOf(job: string): (done: number, total: number) => void {
    return (done, total) => this.emit('progress', { job, done, total })
  }

  /** @returns a function that stops listening */
  listen(listener: (event: AnyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
