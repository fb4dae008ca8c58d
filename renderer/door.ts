/**
 * The renderer's end of the contract. In Electron the preload has put a door at `window.assay`; in a browser
 * this is one over HTTP. The rest of the renderer does not know which.
 */
import type {
  AnyEvent,
  CallName,
  Door,
  EventName,
  Events,
  Input,
  Outcome,
  Output,
  PlainCallName,
  Reply,
  StepName,
  UndoState,
} from '#app/contract'
import type { Failure } from '#app/failure'
import { say, sayFailure } from './messages/messages.ts'

declare global {
  interface Window {
    readonly assay?: Door
  }
}

let door: Door | undefined

/** Opened with the first call. */
function theDoor(): Door {
  door ??= window.assay ?? browserDoor()
  return door
}

let tellUndo: (undo: UndoState) => void = () => {}

/** Hears after each step of this window what undo would do now, before who asked for the step has its outcome. */
export function followSteps(listener: (undo: UndoState) => void): void {
  tellUndo = listener
}

let work = ''

/** Says what this window works on from now on; see `workOf`. */
export function workOn(now: string): void {
  work = now
}

/** What this window works on; empty without a project. */
export const currentWork = (): string => work

/** Calls main. Never rejects: what goes wrong is in the outcome, in the person's language. */
export const call = <N extends PlainCallName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>> =>
  cross(name, input)

/**
 * Has main take a step at once, as `call`. Most steps go by the outbox.
 *
 * @param of what this window worked on when the person took it
 */
export const callStep = <N extends StepName>(
  name: N,
  input: Input<N>,
  of: string,
): Promise<Outcome<Output<N>>> => cross(name, input, of)

async function cross<N extends CallName>(name: N, input: Input<N>, of?: string): Promise<Outcome<Output<N>>> {
  const { undo, ...outcome } = await theDoor().call(name, input, of).catch(unsent)
  if (undo) tellUndo(undo)
  if (outcome.ok) return outcome
  const { failure } = outcome
  return { ok: false, failure: { ...failure, message: sayFailure(failure.message) } }
}

/** A step that a window leaves behind when it goes. */
export interface LeftStep {
  readonly name: StepName
  readonly input: unknown
  readonly work: string
}

/** Sends steps, in their order, although the window goes; what they come to nobody hears. */
export function leave(steps: readonly LeftStep[]): void {
  const left = steps.map(({ name, input, work }) => ({ name, input, work }))
  if (left.length === 0) return
  if (window.assay) {
    // What it takes was checked where the step was taken.
    for (const { name, input, work } of left) void window.assay.call(name, input as Input<StepName>, work)
  } else void fetch('/calls', { method: 'POST', ...bodyOf(left, true) })
}

/** Whether steps would be sent although the window goes. */
export const canLeave = (steps: readonly LeftStep[]): boolean =>
  window.assay !== undefined || fits(JSON.stringify(steps))

/** Hears one event. @returns a function that stops listening */
export function on<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void {
  return theDoor().listen(event => {
    // An event's payload is of the type of its name.
    if (event.name === name) listener(event.payload as Events[N])
  })
}

/** Electron's door rejects where what was to cross cannot be sent. */
const unsent = (fault: unknown): Reply<never> => {
  console.error(fault)
  return { ok: false, failure: { code: 'internal', message: say('shell.lost-main') } }
}

const lost = (): Failure => ({ code: 'disk', message: say('shell.lost-main') })

/** Whether the window is about to go: what is sent then has to arrive all the same. */
let leaving = false

function browserDoor(): Door {
  forgetToken()
  addEventListener('pagehide', () => {
    leaving = true
  })
  addEventListener('pageshow', () => {
    leaving = false
  })
  return {
    async call(name, input, work) {
      try {
        const { headers, ...sent } = bodyOf(input, work !== undefined)
        const of = work === undefined ? {} : { 'Assay-Work': work }
        const response = await fetch(`/call/${name}`, {
          method: 'POST',
          ...sent,
          headers: { ...headers, ...of },
        })
        // It has not heard it: another start of Assay waits for its own address to be opened.
        if (!response.ok)
          return { ok: false, failure: { code: 'disk', message: (await response.text()).trim() } }
        return await response.json()
      } catch {
        return { ok: false, failure: lost() }
      }
    },
    listen(listener) {
      if (listeners.size === 0) follow()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const listeners = new Set<(event: AnyEvent) => void>()
const tell = (event: AnyEvent): void => {
  for (const listener of listeners) listener(event)
}

/** Milliseconds until a stream that the browser has given up is asked for again. */
const AGAIN = 3_000

/** Follows the one stream of events for all listeners. @param gap whether there was one before that broke off */
function follow(gap = false): void {
  const source = new EventSource('/events')
  source.addEventListener('message', ({ data }) => tell(JSON.parse(data) as AnyEvent))
  source.addEventListener('open', () => {
    if (gap) void makeGood()
    gap = true
  })
  source.addEventListener('error', () => {
    // Else the browser tries again by itself.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(true), AGAIN)
  })
}

/** Tells what may have been told while nobody heard it: the computer slept, or Assay was started again. */
async function makeGood(): Promise<void> {
  const [session, folder] = await Promise.all([call('session.state', {}), call('folder.state', {})])
  if (session.ok) tell({ name: 'session', payload: session.value })
  if (folder.ok) tell({ name: 'folder', payload: folder.value })
  tell({ name: 'changed', payload: { articles: null, seq: NOBODYS } })
}

/** Of no change that was made from here. */
const NOBODYS = -1

/** Whether a browser sends it although the window goes: it takes 64 kB of such at a time, three of which a unit may be. */
const fits = (json: string): boolean => json.length < 20_000

/** Of a step that is small enough to be sent so always: the window may go before it has arrived. */
const isSmall = (json: string): boolean => json.length < 5_000

/** JSON, or a form where there are bytes in the input; see main/browser/body.ts. */
function bodyOf(input: unknown, isStep: boolean): Pick<RequestInit, 'headers' | 'body' | 'keepalive'> {
  const form = new FormData()
  let files = 0
  const json = JSON.stringify(input, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value
    const name = `bytes-${files++}`
    form.set(name, new Blob([new Uint8Array(value)]))
    return { $bytes: name }
  })
  const keepalive = leaving ? fits(json) : isStep && isSmall(json)
  if (files === 0) return { headers: { 'Content-Type': 'application/json' }, body: json, keepalive }
  form.set('input', json)
  return { body: form }
}

/** The cookie stands for the token by now; a token in the address could be copied or seen. */
function forgetToken(): void {
  if (location.search.includes('token=')) history.replaceState(null, '', location.pathname)
}
