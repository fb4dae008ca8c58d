import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { CallName, Outcome, Session } from '#app/contract'
import type { FailureCode } from '#app/failure'
import { AnnotationId, ArticleId, CollectionId } from '#app/model/ids'

/** What main was asked for, and for which project and layer. */
let asked: (readonly [CallName, unknown, string | undefined])[] = []
/** Whether main takes a second for each. */
let slow = false
/** What stands against the next steps, one after the other; then main takes them. */
let against: FailureCode[] = []

const assay = {
  async call(name: CallName, input: unknown, work?: string): Promise<Outcome<unknown>> {
    if (name === 'session.state') return { ok: true, value: mainSays }
    asked.push([name, input, work])
    if (slow) await new Promise(resolve => setTimeout(resolve, 1000))
    const code = against.shift()
    return code ? { ok: false, failure: { code, message: code } } : { ok: true, value: asked.length }
  },
  listen: () => () => {},
}

// Here nothing is painted, and nothing has the focus.
vi.stubGlobal('requestAnimationFrame', () => 0)
vi.stubGlobal('cancelAnimationFrame', () => {})
vi.stubGlobal('document', {})
vi.stubGlobal('HTMLElement', class {})
vi.stubGlobal('window', { assay })
const heard = new Map<string, (event: unknown) => void>()
vi.stubGlobal('addEventListener', (name: string, listener: (event: unknown) => void) =>
  heard.set(name, listener),
)
const { allSaved, send, sendOnce, settled, useOutbox, watchLeaving } = await import('./outbox.ts')
const { takeSession } = await import('./session-store.ts')

beforeEach(() => {
  asked = []
  against = []
  slow = false
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

const AN_ARTICLE = ArticleId.parse(crypto.randomUUID())
const tag = () => ({
  article: AN_ARTICLE,
  label: null,
  ranges: [{ start: 0, end: 4, id: AnnotationId.parse(crypto.randomUUID()) }],
})
const make = (name: string) => ({ collection: CollectionId.parse(crypto.randomUUID()), name })

/** What the window is told of. Of a session only what the outbox looks at is there. */
const session = (opening: string | null, wasOpen = false): Session =>
  ({
    annotator: { id: 'anna', name: 'Anna' },
    project: opening && { opening, undo: null },
    locked: wasOpen ? { fileName: 'Anna.assay', wasOpen } : null,
  }) as unknown as Session

/** What main says of itself. */
let mainSays = session('one')

test('a step is tried until the disk takes it, and those after it wait; one that is to be done once is not', async () => {
  against = ['disk', 'busy']
  const sent = [send('collection.create', make('A')), send('collection.create', make('B'))]
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await Promise.all(sent)).toEqual([
    { ok: true, value: 3 },
    { ok: true, value: 4 },
  ])
  expect(asked.map(([, input]) => (input as { name: string }).name)).toEqual(['A', 'A', 'A', 'B'])
  against = ['disk']
  const once = sendOnce('history.undo', {})
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await once).toMatchObject({ ok: false, failure: { code: 'disk' } })
  await settled()
})

test('a step goes to what was open when it was taken, also where something else is by the time it is sent', async () => {
  takeSession(session('one'))
  const first = send('layer.untag', tag())
  takeSession(session('two'))
  mainSays = session('two')
  const second = send('layer.untag', tag())
  against = ['elsewhere']
  await vi.advanceTimersByTimeAsync(100)
  expect(asked.map(([, , work]) => work)).toEqual(['one anna', 'two anna'])
  // It can never be done here, and its author is told.
  expect([await first, await second]).toMatchObject([
    { ok: false, failure: { code: 'elsewhere' } },
    { ok: true },
  ])
})

test('while its project is locked a step waits, and is sent at once when it is open again', async () => {
  takeSession(session('one'))
  against = ['elsewhere', 'elsewhere']
  mainSays = session(null, true)
  const sent = send('layer.untag', tag())
  const undone = sendOnce('history.undo', {})
  await vi.advanceTimersByTimeAsync(3000)
  expect(useOutbox.getState().waiting).toBe(2)
  expect(asked).toHaveLength(2)
  mainSays = session('one')
  takeSession(mainSays)
  await vi.advanceTimersByTimeAsync(100)
  expect([await sent, await undone]).toMatchObject([{ ok: true }, { ok: true }])
})

test('who asks whether all is saved hears it, or why something cannot be', async () => {
  expect(await allSaved()).toBeNull()
  void send('collection.create', make('A'))
  const soon = allSaved()
  await vi.advanceTimersByTimeAsync(100)
  expect(await soon).toBeNull()
  against = ['disk']
  void send('collection.create', make('B'))
  const never = allSaved()
  await vi.advanceTimersByTimeAsync(100)
  expect(await never).toBe('disk')
  await vi.advanceTimersByTimeAsync(5000)
  expect(await allSaved()).toBeNull()
})

test('when the window goes all that waits is sent in its order, but for what main has already', async () => {
  watchLeaving()
  const sentNames = () => asked.map(([, input]) => (input as { name: string }).name)
  void send('collection.create', make('A'))
  // Main has the first one, and has not answered.
  slow = true
  await vi.advanceTimersByTimeAsync(100)
  for (const name of ['B', 'C']) void send('collection.create', make(name))
  expect(sentNames()).toEqual(['A'])
  heard.get('pagehide')?.({})
  expect(sentNames()).toEqual(['A', 'B', 'C'])
  // Nothing is sent twice.
  await vi.advanceTimersByTimeAsync(5000)
  expect(sentNames()).toEqual(['A', 'B', 'C'])
})

test('the host is to ask before the window goes only where something cannot be saved', async () => {
  watchLeaving()
  const isAsked = (): boolean => {
    let prevented = false
    heard.get('beforeunload')?.({ preventDefault: () => (prevented = true) })
    return prevented
  }
  against = ['disk']
  void send('collection.create', make('A'))
  expect(isAsked()).toBe(false)
  await vi.advanceTimersByTimeAsync(100)
  expect(isAsked()).toBe(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect(isAsked()).toBe(false)
})
