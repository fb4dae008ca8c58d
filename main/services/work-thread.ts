/**
 * A thread with its own connection to the project, for work that may take longer than a frame, so that nothing waits for
 * it. Progress comes back; a piece of work can be cancelled.
 */
import { randomUUID } from 'node:crypto'
import type { Worker } from 'node:worker_threads'
import type { Outcome } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId } from '#app/model/ids'
import { fileAt } from '#main/store/in-place'
import { stopped } from '#main/store/pause'
import type { ProjectKey } from '#main/store/protection/project-key'
import { startThread, type ThreadName } from '#main/threads'
import { reportFault } from './outcome.ts'

const BROKE = new Refusal(
  'internal',
  'Assay made a mistake, and the work broke off. What was saved is safe; try again, and report it if it stays.',
)

/**
 * Megabytes for what a thread needs only for a moment: long work makes much of it, and what V8 would take for it by itself
 * it does not give back.
 */
const YOUNG = 12

type Progress = (done: number, total: number) => void

interface Waiting {
  resolve(outcome: Outcome<unknown>): void
  progress: Progress
}

/** What a thread does: by the name of each kind of work, what it is given and what that comes to. */
export type Tasks = Readonly<Record<string, { readonly given: object; readonly done: unknown }>>

/** A piece of work, as it is handed to the thread. */
export type Task<T extends Tasks, K extends keyof T = keyof T> = {
  readonly [P in K]: { readonly kind: P } & T[P]['given']
}[K]

/** From here to the thread: a piece of work with who has it done. */
export type ToThread<T extends Tasks = Tasks> =
  | { readonly id: string; readonly by: AnnotatorId; readonly task: Task<T> }
  | { readonly cancel: string }
/** From the thread to here. */
export type FromThread =
  /** It has opened the project: it can be ended from now on. */
  | { readonly up: true }
  | { readonly id: string; readonly outcome: Outcome<unknown> }
  | { readonly id: string; readonly done: number; readonly total: number }

/** A project that is open: its path, and its key where it is protected. */
export interface ThreadProject {
  readonly path: string
  readonly key?: ProjectKey | undefined
}

/** What a thread is started with: the project, and which file that is (see `fileAt`). */
export interface ThreadData extends ThreadProject {
  readonly file: string | undefined
}

export class WorkThread<T extends Tasks> {
  readonly #name: ThreadName
  readonly #data: ThreadData
  readonly #by: () => AnnotatorId
  readonly #waiting = new Map<string, Waiting>()
  readonly #idle: (() => void)[] = []
  readonly #answered = Promise.withResolvers<void>()
  /** Settles when the thread is up, or gone. */
  #up = Promise.withResolvers<void>()
  #thread: Worker | undefined
  #broke = false

  /** @param by who works now. The thread is started with the first piece of work. */
  constructor(name: ThreadName, { path, key }: ThreadProject, by: () => AnnotatorId) {
    this.#name = name
    this.#data = { path, key, file: fileAt(path) }
    this.#by = by
  }

  /** Does a piece of work. Throws a refusal where the work does. @param id to cancel it by */
  async run<K extends keyof T>(
    task: Task<T, K>,
    id: string = randomUUID(),
    progress: Progress = () => {},
  ): Promise<T[K]['done']> {
    const thread = this.#started()
    const outcome = await new Promise<Outcome<unknown>>(resolve => {
      this.#waiting.set(id, { resolve, progress })
      const message: ToThread<T> = { id, by: this.#by(), task }
      thread.postMessage(message)
    })
    if (!outcome.ok) throw new Refusal(outcome.failure.code, outcome.failure.message, outcome.failure.details)
    // The thread does the work of this kind and answers with what that kind comes to.
    return outcome.value as T[K]['done']
  }

  /** Stops a piece of work at its next pause; it then throws `cancelled`. */
  cancel(id: string): void {
    const message: ToThread = { cancel: id }
    if (this.#waiting.has(id)) this.#thread?.postMessage(message)
  }

  /** Resolves with its first answer. */
  get answered(): Promise<void> {
    return this.#answered.promise
  }

  /** Resolves once nothing is being done. */
  idle(): Promise<void> {
    return this.#waiting.size === 0 ? Promise.resolve() : new Promise(resolve => this.#idle.push(resolve))
  }

  /** Ends the thread: not while it opens the project, which would take the whole process with it. */
  async close(): Promise<void> {
    if (!this.#thread) return
    await this.#up.promise
    await this.#thread?.terminate()
  }

  #started(): Worker {
    if (this.#thread) return this.#thread
    const thread = startThread(this.#name, {
      workerData: this.#data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    })
    this.#up = Promise.withResolvers<void>()
    thread.unref()
    thread.on('message', (message: FromThread) => this.#hear(message))
    thread.on('error', fault => {
      this.#broke = true
      reportFault(fault)
    })
    thread.on('exit', () => this.#lost())
    this.#thread = thread
    return thread
  }

  #hear(message: FromThread): void {
    if ('up' in message) {
      this.#up.resolve()
      return
    }
    const waiting = this.#waiting.get(message.id)
    if ('outcome' in message) {
      this.#waiting.delete(message.id)
      waiting?.resolve(message.outcome)
      this.#answered.resolve()
      this.#rest()
    } else waiting?.progress(message.done, message.total)
  }

  /** The thread is gone: what it had begun is rolled back by SQLite, and the next work gets a new one. */
  #lost(): void {
    this.#thread = undefined
    this.#up.resolve()
    const { code, message } = this.#broke ? BROKE : stopped()
    const failure = { code, message }
    this.#broke = false
    for (const { resolve } of this.#waiting.values()) resolve({ ok: false, failure })
    this.#waiting.clear()
    this.#rest()
  }

  #rest(): void {
    if (this.#waiting.size === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }
}
