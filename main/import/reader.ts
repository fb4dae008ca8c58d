import { Refusal } from '#app/failure'
import { Turns } from '#main/turns'
import type { ReaderAnswer, ReaderQuestion } from './reader-messages.ts'
import { type ReaderProcess, type StartReader, startReaderProcess } from './reader-process.ts'

export interface Limits {
  readonly signal?: AbortSignal | undefined
  /** Longest that one file may take, in milliseconds. */
  readonly timeoutMs?: number | undefined
}

type Answer = Exclude<ReaderAnswer, { is: 'failure' }>

const TIMEOUT = 60_000

/** Memory for one file, in megabytes. Pages and documents of the largest size taken fit; a bomb does not. */
const MEMORY = 2048

/** Milliseconds without a file after which its process ends, and its memory is others'. */
const IDLE = 60_000

/**
 * A process that reads one file after another. It starts with the first and is used again, unless a file made it
 * exceed a limit: then it is killed, and the next file gets a new one. Where none comes for a while, it ends too.
 */
export class Reader {
  readonly #memory: number
  readonly #startProcess: StartReader
  readonly #idle: number
  #rest: NodeJS.Timeout | undefined
  #process: ReaderProcess | undefined
  /** What is done with the answer to the present question. */
  #settle: { resolve(answer: ReaderAnswer): void; reject(refusal: Refusal): void } | undefined
  /** One file is read at a time. */
  readonly #turns = new Turns()

  /**
   * @param startProcess how a process is had: Node forks one, Electron has its own way
   * @param idle after how many milliseconds without a file it ends
   */
  constructor(memory = MEMORY, startProcess: StartReader = startReaderProcess, idle = IDLE) {
    this.#memory = memory
    this.#startProcess = startProcess
    this.#idle = idle
  }

  /** Gives what was read, or throws a refusal. */
  ask(question: ReaderQuestion, limits: Limits): Promise<Answer> {
    return this.#turns.next(() => this.#answer(question, limits))
  }

  /** Ends the process, and refuses what it is asked (`cancelled`). Resolves when it is gone; a later question starts another. */
  async close(): Promise<void> {
    clearTimeout(this.#rest)
    const process = this.#process
    this.#process = undefined
    this.#settle?.reject(cancelled())
    await process?.kill()
  }

  async #answer(question: ReaderQuestion, { signal, timeoutMs = TIMEOUT }: Limits): Promise<Answer> {
    if (signal?.aborted) throw cancelled()
    clearTimeout(this.#rest)
    const { promise, resolve, reject } = Promise.withResolvers<ReaderAnswer>()
    this.#settle = { resolve, reject }
    const stop = (refusal: Refusal) => {
      reject(refusal)
      void this.close()
    }
    const onAbort = () => stop(cancelled())
    const timer = setTimeout(() => stop(tooSlow(timeoutMs)), timeoutMs)
    signal?.addEventListener('abort', onAbort)
    try {
      this.#process ??= this.#start()
      this.#process.hold(true)
      this.#process.ask(question)
      const answer = await promise
      if (answer.is === 'failure')
        throw new Refusal(answer.failure.code, answer.failure.message, answer.failure.details)
      return answer
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      this.#settle = undefined
      // An idle process keeps no command waiting at its end.
      this.#process?.hold(false)
      this.#rest = setTimeout(() => void this.close(), this.#idle).unref()
    }
  }

  #start(): ReaderProcess {
    return this.#startProcess(this.#memory, {
      answer: answer => this.#settle?.resolve(answer),
      end: () => {
        this.#process = undefined
        this.#settle?.reject(tooMuch())
      },
    })
  }
}

const cancelled = () => new Refusal('cancelled', 'The import was stopped.')

const tooSlow = (timeoutMs: number) =>
  new Refusal(
    'unreadable',
    `Reading it took longer than ${Math.ceil(timeoutMs / 1000)} seconds, so it was stopped. Save it in another format or split it, then try again.`,
  )

/** A process that ends by itself ran out of memory; nothing else has been seen to end it. */
const tooMuch = () =>
  new Refusal(
    'too-large',
    'Reading it takes more memory than Assay gives to one file. Split it, or save it in another format.',
  )
