/** What the person searches for, the hits that are here, and where they are among them; kept while they read. */
import { create } from 'zustand'
import type { Cursor, Hit, HitCount, HitOrder, Outcome, PatternUse, Search } from '#app/contract'
import type { Failure } from '#app/failure'
import { call } from '../door.ts'
import { resetLabels, showLabelsOf } from './borne-labels.ts'

export interface Options {
  readonly order: HitOrder
  readonly titleOnly: boolean
  readonly pattern: string
  readonly patternUse: PatternUse
}

interface SearchState {
  /** In the field. */
  readonly typed: string
  readonly options: Options
  /** What the hits are of; null before the first search. */
  readonly asked: Search | null
  readonly hits: readonly Hit[]
  /** Where the hits that are not here begin; null where all are here. */
  readonly next: Cursor | null
  /** Whether hits are on their way that somebody waits for. */
  readonly busy: boolean
  /** Articles that were read for the hits; tells how far it has come while there are none. */
  readonly looked: number
  readonly capped: boolean
  readonly count: HitCount | null
  readonly failure: Failure | null
  /** Hits that are chosen, by `hitId`. */
  readonly chosen: ReadonlySet<string>
  /** The index of the hit that keys move from. */
  readonly current: number
  /** How far the hits are scrolled, in pixels. */
  readonly scroll: number
  /** Where the focus is to go when the view shows. */
  readonly focus: 'field' | 'hits'
}

const NO_RESULT = {
  asked: null,
  hits: [],
  next: null,
  busy: false,
  looked: 0,
  capped: false,
  count: null,
  failure: null,
  chosen: new Set<string>(),
  current: 0,
  scroll: 0,
} satisfies Partial<SearchState>

export const useSearch = create<SearchState>(() => ({
  typed: '',
  options: { order: 'imported', titleOnly: false, pattern: '', patternUse: 'sentences' },
  ...NO_RESULT,
  focus: 'field',
}))

const get = useSearch.getState
const set = useSearch.setState

/** Names a hit among all of the corpus. */
export const hitId = ({ article, sentence, range }: Hit): string =>
  `${article}/${sentence === 0 ? 'title' : ''}${range.start}-${range.end}`

/** Milliseconds of rest after which what was typed is searched for. */
const REST = 250
/** So many hits fill a window; then more come at a time. */
const FIRST_PAGE = 40
const PAGE = 100

let resting: ReturnType<typeof setTimeout> | undefined
/** Counts searches: an answer to an older one is not heard. */
let generation = 0

export function type(typed: string): void {
  set({ typed })
  later()
}

export function setOptions(changed: Partial<Options>): void {
  set(({ options }) => ({ options: { ...options, ...changed } }))
  if (changed.pattern === undefined) searchNow()
  else later()
}

function later(): void {
  clearTimeout(resting)
  resting = setTimeout(searchNow, REST)
}

/** Searches for what stands in the field. What was found before is shown until the first hits are here. */
export function searchNow(): void {
  clearTimeout(resting)
  generation++
  const { typed, options } = get()
  if (typed.trim() === '') forget()
  else ask(typed, options)
}

function ask(typed: string, options: Options): void {
  const { order: _, ...rest } = options
  void begin({ query: typed, ...rest }, options.order, generation)
}

/** Begins anew, for another project. */
export function resetSearch(): void {
  generation++
  clearTimeout(resting)
  set({ typed: '' })
  forget()
}

function forget(): void {
  resetLabels()
  set({ ...NO_RESULT })
}

async function begin(search: Search, order: HitOrder, mine: number): Promise<void> {
  set({ busy: true, failure: null, looked: 0 })
  const first = await page(search, order, null)
  if (mine !== generation) return
  // Nothing is done to hits of another question.
  if (!first.ok) return set({ ...NO_RESULT, failure: first.failure })
  resetLabels()
  set({ ...NO_RESULT, asked: search, ...first.value, busy: first.value.next !== null })
  showLabelsOf(first.value.hits)
  await fill(mine, PAGE)
  if (mine === generation) await countOn(search, mine)
}

const page = (search: Search, order: HitOrder, cursor: Cursor | null) =>
  call('search.page', { search, order, cursor, limit: cursor ? PAGE : FIRST_PAGE })

/** Asks for more until so many hits are here, or all. */
async function fill(mine: number, wanted: number): Promise<void> {
  for (;;) {
    const { asked, next, hits, options, looked } = get()
    if (!asked || !next || hits.length >= wanted) return set({ busy: false })
    set({ busy: true })
    const more = await page(asked, options.order, next)
    if (mine !== generation) return
    if (!more.ok) return set({ busy: false, failure: more.failure })
    // Of sorted hits, how many articles were read is told from the beginning on.
    const sorting = more.value.hits.length === 0 && more.value.next?.place === 0
    set({
      hits: [...hits, ...more.value.hits],
      next: more.value.next,
      capped: more.value.capped,
      looked: sorting ? more.value.looked : looked + more.value.looked,
    })
    showLabelsOf(more.value.hits)
  }
}

/** Sees to it that the hit of an index is here, or comes. */
export function needHit(index: number): void {
  const { hits, next, busy } = get()
  if (next && !busy && index >= hits.length - PAGE / 2) void fill(generation, hits.length + PAGE)
}

async function countOn(search: Search, mine: number): Promise<void> {
  for (let next: HitCount['next'] = null; ; ) {
    const counted: Outcome<HitCount> = await call('search.count', { search, next })
    if (mine !== generation || !counted.ok) return
    set({ count: counted.value })
    if (!counted.value.next) return
    next = counted.value.next
  }
}

/** Chooses a hit, or takes it out. Hits in titles cannot be tagged, and so not chosen. */
export function toggle(hit: Hit): void {
  if (hit.sentence === 0) return
  set(({ chosen }) => {
    const after = new Set(chosen)
    if (!after.delete(hitId(hit))) after.add(hitId(hit))
    return { chosen: after }
  })
}

export const chooseAll = (): void =>
  set(({ hits }) => ({ chosen: new Set(hits.filter(hit => hit.sentence > 0).map(hitId)) }))
export const chooseNone = (): void => set({ chosen: new Set() })

export const goToHit = (current: number): void => set({ current })
export const keepScroll = (scroll: number): void => set({ scroll })
export const focusOn = (focus: SearchState['focus']): void => set({ focus })
