/** The articles of the project, of which only the pages that are looked at are here. */
import { create } from 'zustand'
import type { ArticleSummary, LibraryTotals } from '#app/contract'
import type { Failure } from '#app/failure'
import type { ArticleId, CollectionId } from '#app/model/ids'
import type { Progress } from '#app/model/layer'
import { type ArticleFilter, type ArticleOrder, NO_FILTER } from '#app/model/library'
import { call } from '../door.ts'

export const PAGE = 100

interface LibraryState {
  readonly filter: ArticleFilter
  readonly order: ArticleOrder
  /** How many articles fit the filter; null until the first page is here. */
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly ArticleSummary[]>
  readonly totals: LibraryTotals | null
  /** The change as of which the list is: later pages are of the same list, whatever is tagged meanwhile. */
  readonly asOf: number | null
  readonly failure: Failure | null
}

const FRESH = { total: null, pages: new Map(), totals: null, asOf: null, failure: null }

export const useLibrary = create<LibraryState>(() => ({ filter: NO_FILTER, order: 'imported', ...FRESH }))

/** Counts the states of the list: an answer to a question of an older one is not heard. */
let generation = 0
const asked = new Set<number>()

/** The article at a place in the list, if its page is here. */
export const articleAt = (pages: LibraryState['pages'], index: number): ArticleSummary | undefined =>
  pages.get(Math.floor(index / PAGE))?.[index % PAGE]

/** Begins anew, for another project or reading. @param collection what of it is listed; null for all */
export function resetLibrary(collection: CollectionId | null): void {
  const filter = collection === null ? NO_FILTER : { ...NO_FILTER, collection }
  useLibrary.setState({ filter, order: 'imported', ...FRESH })
  restart()
}

/** Holds nothing any more, where no project is open. */
export function emptyLibrary(): void {
  generation++
  asked.clear()
  useLibrary.setState({ filter: NO_FILTER, order: 'imported', ...FRESH })
}

export function setFilter(filter: ArticleFilter): void {
  useLibrary.setState({ filter })
  restart()
}

/** Changes what the filter says of some things; of others it says what it said. */
export const refine = (change: Partial<ArticleFilter>): void =>
  setFilter({ ...useLibrary.getState().filter, ...change })

export function setOrder(order: ArticleOrder): void {
  useLibrary.setState({ order })
  restart()
}

/** Reads the pages that are here again. What is shown stays until then. */
export function refreshLibrary(): void {
  generation++
  asked.clear()
  const { pages } = useLibrary.getState()
  for (const page of pages.size > 0 ? pages.keys() : [0]) void load(page, { anew: true })
}

function restart(): void {
  generation++
  asked.clear()
  void load(0, { alone: true, anew: true })
}

/** Sees to it that the page of a place is here, or comes. */
export function need(index: number): void {
  const page = Math.floor(index / PAGE)
  if (!useLibrary.getState().pages.has(page) && !asked.has(page)) void load(page)
}

/** What is still being asked for. */
let loading: Promise<unknown> = Promise.resolve()

/** Resolves once the pages that were asked for are here. */
export const libraryReady = async (): Promise<void> => {
  await loading
}

interface How {
  /** The page takes the place of all that are here. */
  readonly alone?: boolean
  /** Of the list as it is now, not as it was. */
  readonly anew?: boolean
}

function load(page: number, how: How = {}): Promise<void> {
  const loaded = loadPage(page, how)
  loading = Promise.allSettled([loading, loaded])
  return loaded
}

/** What was done while pages were on their way, which may not know of it yet. */
const done: { readonly article: ArticleId; readonly progress: Progress }[] = []
let underWay = 0

async function loadPage(page: number, { alone = false, anew = false }: How): Promise<void> {
  const mine = generation
  const since = done.length
  asked.add(page)
  underWay++
  const { filter, order, asOf } = useLibrary.getState()
  const list = { filter, order, asOf: anew ? null : asOf }
  const outcome = await call('library.page', { ...list, offset: page * PAGE, limit: PAGE })
  const later = new Map(done.slice(since).map(one => [one.article, one.progress]))
  if (--underWay === 0) done.length = 0
  if (mine !== generation) return
  if (!outcome.ok) return useLibrary.setState({ failure: outcome.failure })
  const { total, asOf: now } = outcome.value
  const articles = outcome.value.articles.map(one => ({ ...one, ...later.get(one.id) }))
  useLibrary.setState(({ pages }) => ({
    total,
    asOf: now,
    failure: null,
    pages: new Map([...(alone ? [] : pages), [page, articles]]),
  }))
  if (anew) await loadTotals(mine)
}

/** After the page, which the person waits for. */
async function loadTotals(mine: number): Promise<void> {
  const since = done.length
  underWay++
  const outcome = await call('library.totals', {})
  const tagged = done.length > since
  if (--underWay === 0) done.length = 0
  if (mine !== generation || !outcome.ok) return
  // Counted before something that is shown already.
  if (tagged) return loadTotals(mine)
  useLibrary.setState({ totals: outcome.value })
}

/** Shows how far an article has come, where it is listed. */
export function showProgress(article: ArticleId, progress: Progress): void {
  if (underWay > 0) done.push({ article, progress })
  const { pages, totals } = useLibrary.getState()
  for (const [page, articles] of pages) {
    const place = articles.findIndex(one => one.id === article)
    const before = articles[place]
    if (!before) continue
    useLibrary.setState({
      pages: new Map([...pages, [page, articles.with(place, { ...before, ...progress })]]),
      totals: totals && {
        ...totals,
        tagged: totals.tagged + progress.tagged - before.tagged,
        reviewed: totals.reviewed + progress.reviewed - before.reviewed,
      },
    })
    return
  }
}

/** The place of an article in the pages that are here; -1 where it is not. */
export function placeInLibrary(article: ArticleId): number {
  for (const [page, articles] of useLibrary.getState().pages) {
    const place = articles.findIndex(one => one.id === article)
    if (place >= 0) return page * PAGE + place
  }
  return -1
}

/** The place of an article in the list as it stands, also where its page is not here; -1 where it is not listed. */
export async function fetchPlaceOf(article: ArticleId): Promise<number> {
  const here = placeInLibrary(article)
  if (here >= 0) return here
  const { filter, order, asOf } = useLibrary.getState()
  const outcome = await call('library.place', { filter, order, asOf, article })
  return (outcome.ok ? outcome.value : null) ?? -1
}

/** What is known here of an article that is listed; undefined where its page is not here. */
export const listed = (article: ArticleId): ArticleSummary | undefined =>
  articleAt(useLibrary.getState().pages, placeInLibrary(article))

/** The article at a place of the list as it stands; fetched where its page is not here. */
export async function fetchArticleAt(index: number): Promise<ArticleSummary | undefined> {
  const { total } = useLibrary.getState()
  if (index < 0 || index >= (total ?? 0)) return undefined
  if (!articleAt(useLibrary.getState().pages, index)) await load(Math.floor(index / PAGE))
  return articleAt(useLibrary.getState().pages, index)
}

/** The ids of the articles from one place of the list to another, both among them. */
export async function idsBetween(a: number, b: number): Promise<readonly ArticleId[]> {
  const [from, to] = [Math.min(a, b), Math.max(a, b)]
  const { pages, filter, order, asOf } = useLibrary.getState()
  const here = Array.from({ length: to - from + 1 }, (_, index) => articleAt(pages, from + index)?.id)
  if (here.every(one => one !== undefined)) return here
  const outcome = await call('library.stretch', { filter, order, asOf, offset: from, limit: to - from + 1 })
  return outcome.ok ? outcome.value : []
}
