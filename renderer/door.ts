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
  Reply,
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

/** Calls main. Never rejects: what goes wrong is in the outcome, in the person's language. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>> {
  const { undo, ...outcome } = await theDoor().call(name, input).catch(unsent)
  if (undo) tellUndo(undo)
  if (outcome.ok) return outcome
  const { failure } = outcome
  return { ok: false, failure: { ...failure, message: sayFailure(failure.message) } }
}

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

/** Whether the window is about to go: what is sent then has to be sent all the same. */
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
    async call(name, input) {
      try {
        const response = await fetch(`/call/${name}`, { method: 'POST', ...bodyOf(input) })
        if (!response.ok)
          return { ok: false, failure: { code: 'internal', message: (await response.text()).trim() } }
        return await response.json()
      } catch {
        return { ok: false, failure: lost() }
      }
    },
    listen(listener) {
      const source = events()
      const hear = ({ data }: MessageEvent<string>) => listener(JSON.parse(data) as AnyEvent)
      source.addEventListener('message', hear)
      return () => source.removeEventListener('message', hear)
    },
  }
}

/** One stream of events for all listeners. */
let stream: EventSource | undefined
function events(): EventSource {
  stream ??= new EventSource('/events')
  return stream
}

/** Whether a browser sends it although the window goes: it takes 64 kB of such at a time, three of which a unit may be. */
const fits = (json: string): boolean => json.length < 20_000

/** JSON, or a form where there are bytes in the input; see main/browser/body.ts. */
function bodyOf(input: unknown): Pick<RequestInit, 'headers' | 'body' | 'keepalive'> {
  const form = new FormData()
  let files = 0
  const json = JSON.stringify(input, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value
    const name = `bytes-${files++}`
    form.set(name, new Blob([new Uint8Array(value)]))
    return { $bytes: name }
  })
  if (files === 0)
    return { headers: { 'Content-Type': 'application/json' }, body: json, keepalive: leaving && fits(json) }
  form.set('input', json)
  return { body: form }
}

/** The cookie stands for the token by now; a token in the address could be copied or seen. */
function forgetToken(): void {
  if (location.search.includes('token=')) history.replaceState(null, '', location.pathname)
}
