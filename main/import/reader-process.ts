import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ReaderAnswer, ReaderQuestion } from './reader-messages.ts'

/** Where files are read: apart from the application, and to be ended at any moment. */
export interface ReaderProcess {
  ask(question: ReaderQuestion): void
  /** Ends it at once, whatever it is doing. Resolves when it is gone. */
  kill(): Promise<void>
  /** Whether the application waits for it before it ends. */
  hold(held: boolean): void
}

export interface Listeners {
  answer(answer: ReaderAnswer): void
  /** It ended by itself: it could not start, ran out of memory, or crashed. */
  end(): void
}

/** @param memory of its heap, in megabytes */
export type StartReader = (memory: number, listeners: Listeners) => ReaderProcess

/** What Node is told when such a process starts. */
export const readerArguments = (memory: number): string[] => [
  `--max-old-space-size=${memory}`,
  '--stack-size=3900',
  '--disable-warning=ExperimentalWarning',
]

/**
 * Starts a process that reads. It is no thread of this one: a thread that runs out of memory within native code (a
 * growing array, a regular expression, JSON.parse) is not stopped by its limits, but takes the whole process with it.
 *
 * @param memory of its heap, in megabytes
 */
export const startReaderProcess: StartReader = (memory, listeners) => {
  const child = fork(readerFile(), [], {
    execArgv: readerArguments(memory),
    // Bytes go as they are, not as JSON.
    serialization: 'advanced',
    // What a dying V8 prints is for nobody's eyes.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const gone = once(child, 'exit').then(
    () => {},
    () => {},
  )
  let ended = false
  const end = () => {
    if (!ended) listeners.end()
    ended = true
  }
  child.on('message', (answer: ReaderAnswer) => listeners.answer(answer))
  child.on('error', end)
  child.on('exit', end)
  return {
    ask: question => child.send(question, error => error && end()),
    kill: () => {
      ended = true
      child.kill('SIGKILL')
      return gone
    },
    hold: held => {
      if (held) {
        child.ref()
        child.channel?.ref()
      } else {
        child.unref()
        child.channel?.unref()
      }
    },
  }
}

/** Beside the sources, or in the bundle, whose parts may stand in a folder of their own. */
export function readerFile(): string {
  const places = ['../reader-thread.ts', 'reader-thread.js', '../reader-thread.js']
  const found = places.map(place => join(import.meta.dirname, place)).find(path => existsSync(path))
  if (!found) throw new Error('reader-thread is missing from the bundle.')
  return found
}
