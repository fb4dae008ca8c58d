/**
 * What the person did and the disk does not have yet. Steps go to main one after the other, in their order.
 * One that the disk does not take (it is full, the project is busy or gone) stays and is tried again; the person sees
 * that it is not saved. Nothing is ever dropped in silence.
 */
import { create } from 'zustand'
import type { Input, Outcome, Output, StepName } from '#app/contract'
import type { Failure } from '#app/failure'
import { callStep, canLeave, currentWork, type LeftStep, leave } from '../door.ts'
import { afterPaint } from '../ui/after-paint.ts'
import { leaveField } from '../ui/leave-field.ts'
import { isLocked, refreshSession, useSession } from './session-store.ts'
import { unsaved } from './unsaved.ts'

interface OutboxState {
  readonly waiting: number
  /** Why the first step is not on the disk yet; null while all goes well. */
  readonly failure: Failure | null
}

export const useOutbox = create<OutboxState>(() => ({ waiting: 0, failure: null }))

/** Milliseconds between two tries. */
const AGAIN = 2_000

interface Waiting extends LeftStep {
  /** Whether it may be done twice: the answer to what was done can be lost on its way. */
  readonly again: boolean
  run(): Promise<Outcome<unknown>>
  done(outcome: Outcome<unknown>): void
}

const steps: Waiting[] = []
const idle: (() => void)[] = []
const made = new Set<number>()
let running = false
/** Whether main is at the first step just now. */
let asked = false
let tryAgain: () => void = () => {}
// What it waited for may be there.
useSession.subscribe(() => tryAgain())

/**
 * Sends a step that says how things are to be, after those that wait.
 *
 * @returns what it came to, once it is on the disk or main has refused it
 */
export const send = <N extends StepName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>> =>
  enqueue(name, input, true)

/** As `send`, of a step that does something else when it is done again, an undo say: it is tried once. */
export const sendOnce = <N extends StepName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>> =>
  enqueue(name, input, false)

function enqueue<N extends StepName>(name: N, input: Input<N>, again: boolean): Promise<Outcome<Output<N>>> {
  const work = currentWork()
  return new Promise(resolve => {
    steps.push({
      ...{ name, input, work, again },
      run: () => callStep(name, input, work),
      // The outcome is that of `run`; the queue holds steps of all types.
      done: outcome => resolve(outcome as Outcome<Output<N>>),
    })
    useOutbox.setState({ waiting: steps.length })
    // The key is answered on the page first; the disk has time until the frame is painted.
    afterPaint(() => void sendAll())
  })
}

/**
 * Has the host ask before the window goes where something would be lost; else what waits is sent at once then, and what is
 * typed in a field is kept before.
 */
export function watchLeaving(): void {
  addEventListener('beforeunload', event => {
    leaveField()
    const stands = unsaved() !== null || useOutbox.getState().failure !== null
    if (stands || !canLeave(steps)) event.preventDefault()
  })
  addEventListener('pagehide', () => {
    leaveField()
    leave(steps.splice(asked ? 1 : 0))
  })
}

/** Resolves once nothing waits. */
export function settled(): Promise<void> {
  return steps.length === 0 ? Promise.resolve() : new Promise(resolve => idle.push(resolve))
}

/** Resolves once nothing waits, with null; or with why something cannot be saved just now. */
export function allSaved(): Promise<string | null> {
  return new Promise(resolve => {
    const look = ({ waiting, failure }: OutboxState): void => {
      if (waiting > 0 && failure === null) return
      off()
      resolve(failure?.message ?? null)
    }
    const off = useOutbox.subscribe(look)
    look(useOutbox.getState())
  })
}

/** Notes that a change of the project was made from here. */
export function own(seq: number | null): void {
  if (seq !== null) made.add(seq)
}

/** True, once for each, where the change was made from here. */
export const wasOwn = (seq: number): boolean => made.delete(seq)

async function sendAll(): Promise<void> {
  if (running) return
  running = true
  for (let step = steps[0]; step; step = steps[0]) {
    asked = true
    const outcome = await step.run()
    asked = false
    // Main says who works here, and with what, if this window should take something else for open.
    if (!outcome.ok && outcome.failure.code === 'elsewhere') await refreshSession()
    if (!outcome.ok && isPassing(step, outcome.failure)) {
      useOutbox.setState({ failure: outcome.failure })
      await new Promise<void>(resolve => {
        tryAgain = resolve
        setTimeout(resolve, AGAIN)
      })
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
function isPassing({ again, work }: Waiting, { code }: Failure): boolean {
  // It was not done: its project is locked, or is open again by now.
  if (code === 'elsewhere') return work !== '' && (isLocked() || work === currentWork())
  return again && (code === 'disk' || code === 'busy' || code === 'moved')
}
