import type { ResourceLimits, Worker } from 'node:worker_threads'
import { Refusal } from '#app/failure'
import { startThread } from '#main/threads'
import type { ReaderAnswer, ReaderQuestion } from './reader-messages.ts'

export interface Limits {
  readonly signal?: AbortSignal | undefined
  /** Longest that one file may take, in milliseconds. */
  readonly timeoutMs?: number | undefined
}

const TIMEOUT = 60_000

/** Memory of the thread, in megabytes. The largest file taken, as text and as a tree, fits; a bomb does not. */
const MEMORY = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/**
 * A thread that reads one file after another. It starts with the first and is used again, unless a file made it
 * exceed a limit: then it is killed, and the next file gets a new one.
 */
export class Reader {
  readonly #memory: ResourceLimits
  #thread: Worker | undefined
  /** Ends when all questions so far are answered: the thread reads one file at a time. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(memory: ResourceLimits = MEMORY) {
    this.#memory = memory
  }

  /** Takes the bytes over (the caller's array is empty afterwards) and gives what was read, or throws a refusal. */
  ask(question: ReaderQuestion, limits: Limits): Promise<Exclude<ReaderAnswer, { is: 'failure' }>> {
    const answer = this.#queue.then(() => this.#answer(question, limits))
    this.#queue = answer.catch(() => undefined)
    return answer
  }

  /** Ends the thread. A later question starts another. */
  async close(): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    await thread?.terminate()
  }

  async #answer(question: ReaderQuestion, limits: Limits): Promise<Exclude<ReaderAnswer, { is: 'failure' }>> {
    if (limits.signal?.aborted) throw cancelled()
    this.#thread ??= this.#start()
    const thread = this.#thread
    const timeoutMs = limits.timeoutMs ?? TIMEOUT
    const { promise, resolve, reject } = Promise.withResolvers<ReaderAnswer>()
    const stop = (refusal: Refusal) => {
      reject(refusal)
      if (this.#thread === thread) this.#thread = undefined
      void thread.terminate()
    }
    const onAbort = () => stop(cancelled())
    const onError = (error: unknown) => stop(refusalOf(error))
    const onExit = () =>
      stop(
        new Refusal(
          'unreadable',
          'Assay could not read the file to its end. Save it again, perhaps in another format.',
        ),
      )
    const timer = setTimeout(() => stop(tooSlow(timeoutMs)), timeoutMs)
    limits.signal?.addEventListener('abort', onAbort)
    thread.on('message', resolve).on('error', onError).on('exit', onExit)
    try {
      thread.ref()
      thread.postMessage(question, transferable(question.bytes))
      const answer = await promise
      if (answer.is === 'failure')
        throw new Refusal(answer.failure.code, answer.failure.message, answer.failure.details)
      return answer
    } finally {
      clearTimeout(timer)
      limits.signal?.removeEventListener('abort', onAbort)
      thread.off('message', resolve).off('exit', onExit).off('error', onError)
      // An idle thread keeps no command waiting at its end.
      thread.unref()
    }
  }

  #start(): Worker {
    const thread = startThread('reader-thread', { resourceLimits: this.#memory })
    // It may also fail between two files; the next one then gets another thread.
    const forget = () => {
      if (this.#thread === thread) this.#thread = undefined
    }
    thread.on('error', forget).on('exit', forget)
    return thread
  }
}

/** Bytes that share their buffer with others (small Buffers do) are copied instead of taken from these. */
function transferable(bytes: Uint8Array): ArrayBuffer[] {
  const { buffer, byteLength } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

const cancelled = () => new Refusal('cancelled', 'The import was stopped.')

const tooSlow = (timeoutMs: number) =>
  new Refusal(
    'unreadable',
    `Reading it took longer than ${Math.ceil(timeoutMs / 1000)} seconds, so it was stopped. Save it in another format or split it, then try again.`,
  )

function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Refusal(
      'too-large',
      'Reading it takes more memory than Assay gives to one file. Split it, or save it in another format.',
    )
  return new Refusal('unreadable', 'Assay could not read the file. Save it again, perhaps in another format.')
}
