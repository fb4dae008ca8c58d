/**
 * Long work, in a thread of its own with its own connection to the project, so that nothing waits for it.
 * Progress comes back; a job can be cancelled.
 */
import type { Worker } from 'node:worker_threads'
import type { Outcome } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId } from '#app/model/ids'
import { startThread } from '#main/threads'
import type { Job, JobDone, JobKind } from './job.ts'

type Progress = (done: number, total: number) => void

interface Waiting {
  resolve(outcome: Outcome<unknown>): void
  progress: Progress
}

/** From here to the thread. */
export type ToThread = { readonly id: string; readonly job: Job } | { readonly cancel: string }
/** From the thread to here. */
export type FromThread =
  | { readonly id: string; readonly outcome: Outcome<unknown> }
  | { readonly id: string; readonly done: number; readonly total: number }

export class Jobs {
  readonly #path: string
  readonly #by: AnnotatorId
  readonly #waiting = new Map<string, Waiting>()
  #thread: Worker | undefined

  constructor(path: string, by: AnnotatorId) {
    this.#path = path
    this.#by = by
  }

  /** Does a job. Throws a refusal where the job does. */
  async run<K extends JobKind>(id: string, job: Job<K>, progress: Progress = () => {}): Promise<JobDone<K>> {
    const thread = this.#started()
    const outcome = await new Promise<Outcome<unknown>>(resolve => {
      this.#waiting.set(id, { resolve, progress })
      // Every kind of job is a job, which TypeScript does not see through the parameter.
      const message: ToThread = { id, job: job as Job }
      thread.postMessage(message)
    })
    if (!outcome.ok) throw new Refusal(outcome.failure.code, outcome.failure.message, outcome.failure.details)
    // The thread does the job of this kind and answers with what that kind comes to.
    return outcome.value as JobDone<K>
  }

  /** Stops a job at its next pause; it then throws `cancelled`. */
  cancel(id: string): void {
    const message: ToThread = { cancel: id }
    if (this.#waiting.has(id)) this.#thread?.postMessage(message)
  }

  async close(): Promise<void> {
    await this.#thread?.terminate()
  }

  #started(): Worker {
    if (this.#thread) return this.#thread
    const thread = startThread('jobs-thread', { workerData: { path: this.#path, by: this.#by } })
    thread.unref()
    thread.on('message', (message: FromThread) => this.#hear(message))
    thread.on('error', fault => console.error(fault))
    thread.on('exit', () => this.#lost())
    this.#thread = thread
    return thread
  }

  #hear(message: FromThread): void {
    const waiting = this.#waiting.get(message.id)
    if ('outcome' in message) {
      this.#waiting.delete(message.id)
      waiting?.resolve(message.outcome)
    } else waiting?.progress(message.done, message.total)
  }

  /** The thread is gone: what it had begun is rolled back by SQLite, and the next job gets a new one. */
  #lost(): void {
    this.#thread = undefined
    const failure = {
      code: 'cancelled',
      message: 'The work was stopped before it was done; nothing of it was kept.',
    } as const
    for (const { resolve } of this.#waiting.values()) resolve({ ok: false, failure })
    this.#waiting.clear()
  }
}
