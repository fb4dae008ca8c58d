/**
 * What the person did and the disk does not have yet. Steps go to main one after the other, in their order.
 * One that the disk does not take (it is full, the project is busy or gone) stays and is tried again; the person sees
 * that it is not saved. Nothing is ever dropped in silence.
 */
import { create } from 'zustand'
import type { Outcome } from '#app/contract'
import type { Failure } from '#app/failure'
import { afterPaint } from '../ui/after-paint.ts'

interface OutboxState {
  readonly waiting: number
  /** Why the first step is not on the disk yet; null while all goes well. */
  readonly failure: Failure | null
}

export const useOutbox = create<OutboxState>(() => ({ waiting: 0, failure: null }))

/** Milliseconds between two tries. */
const AGAIN = 2_000

type Step = () => Promise<Outcome<unknown>>

interface Waiting {
  readonly run: Step
  /** Whether it may be done twice: the answer to what was done can be lost on its way. */
  readonly again: boolean
  done(outcome: Outcome<unknown>): void
}

const steps: Waiting[] = []
const idle: (() => void)[] = []
const made = new Set<number>()
let running = false

/**
 * Sends a step that says how things are to be, after those that wait.
 *
 * @returns what it came to, once it is on the disk or main has refused it
 */
export const send = <T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> => enqueue(run, true)

/** As `send`, of a step that does something else when it is done again, an undo say: it is tried once. */
export const sendOnce = <T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> => enqueue(run, false)

function enqueue<T>(run: () => Promise<Outcome<T>>, again: boolean): Promise<Outcome<T>> {
  return new Promise(resolve => {
    // The outcome is that of `run`; the queue holds steps of all types.
    steps.push({ run, again, done: outcome => resolve(outcome as Outcome<T>) })
    useOutbox.setState({ waiting: steps.length })
    // The key is answered on the page first; the disk has time until the frame is painted.
    afterPaint(() => void work())
  })
}

/** Sends at once what waits for a frame, where the window is about to go. What is typed in a field is kept before. */
export function flushBeforeLeaving(): void {
  addEventListener('pagehide', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void work()
  })
}

/** Resolves once nothing waits. */
export function settled(): Promise<void> {
  return steps.length === 0 ? Promise.resolve() : new Promise(resolve => idle.push(resolve))
}

/** Notes that a change of the project was made from here. */
export function own(seq: number | null): void {
  if (seq !== null) made.add(seq)
}

/** True, once for each, where the change was made from here. */
export const wasOwn = (seq: number): boolean => made.delete(seq)

async function work(): Promise<void> {
  if (running) return
  running = true
  for (let step = steps[0]; step; step = steps[0]) {
    const outcome = await step.run()
    if (!outcome.ok && step.again && isPassing(outcome.failure)) {
      useOutbox.setState({ failure: outcome.failure })
      await new Promise(resolve => setTimeout(resolve, AGAIN))
      continue
    }
    steps.shift()
    step.done(outcome)
    useOutbox.setState({ waiting: steps.length, failure: null })
  }
  running = false
  for (const resolve of idle.splice(0)) resolve()
}

/** True where trying again can help. */
const isPassing = ({ code }: Failure): boolean => code === 'disk' || code === 'busy' || code === 'moved'
