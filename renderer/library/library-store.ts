/** The articles of the project, of which only the pages that are looked at are here. */
import { create } from 'zustand'
import type { ArticleSummary, LibraryPage } from '#app/contract'
import type { Failure } from '#app/failure'
import type { ArticleId } from '#app/model/ids'
import type { Progress } from '#app/model/layer'
import type { ArticleOrder } from '#app/model/library'
import { call } from '../door.ts'

export const PAGE = 100

interface LibraryState {
  readonly filter: string
  readonly order: ArticleOrder
  /** How many articles fit the filter; null until the first page is here. */
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly ArticleSummary[]>
  readonly totals: LibraryPage['totals'] | null
  readonly failure: Failure | null
}

const FRESH = { total: null, pages: new Map(), totals: null, failure: null }

export const useLibrary = create<LibraryState>(() => ({ filter: '', order: 'imported', ...FRESH }))

/** Counts the states of the list: an answer to a question of an older one is not heard. */
let generation = 0
const asked = new Set<number>()

/** The article at a place in the list, if its page is here. */
export const articleAt = (pages: LibraryState['pages'], index: number): ArticleSummary | undefined =>
  pages.get(Math.floor(index / PAGE))?.[index % PAGE]

/** Begins anew, for another project. */
export function resetLibrary(): void {
  useLibrary.setState({ filter: '', order: 'imported', ...FRESH })
  restart()
}

export function setFilter(filter: string): void {
  useLibrary.setState({ filter })
  restart()
}

export function setOrder(order: ArticleOrder): void {
  useLibrary.setState({ order })
  restart()
}

/** Reads the pages that are here again. What is shown stays until then. */
export function refreshLibrary(): void {
  generation++
  asked.clear()
  const { pages } = useLibrary.getState()
  for (const page of pages.size > 0 ? pages.keys() : [0]) void load(page)
}

function restart(): void {
  generation++
  asked.clear()
  void load(0, true)
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

function load(page: number, alone = false): Promise<void> {
  const loaded = loadPage(page, alone)
  loading = Promise.allSettled([loading, loaded])
  return loaded
}

async function loadPage(page: number, alone: boolean): Promise<void> {
  const mine = generation
  asked.add(page)
  const { filter, order } = useLibrary.getState()
  const outcome = await call('library.page', { filter, order, offset: page * PAGE, limit: PAGE })
  if (mine !== generation) return
  if (!outcome.ok) return useLibrary.setState({ failure: outcome.failure })
  const { total, articles, totals } = outcome.value
  useLibrary.setState(({ pages }) => ({
    total,
    totals,
    failure: null,
    pages: new Map([...(alone ? [] : pages), [page, articles]]),
  }))
}

/** Shows how far an article has come, where it is listed. */
export function showProgress(article: ArticleId, progress: Progress): void {
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

/** The article at a place of the list as it stands; fetched where its page is not here. */
export async function fetchArticleAt(index: number): Promise<ArticleSummary | undefined> {
  const { total } = useLibrary.getState()
  if (index < 0 || index >= (total ?? 0)) return undefined
  if (!articleAt(useLibrary.getState().pages, index)) await load(Math.floor(index / PAGE))
  return articleAt(useLibrary.getState().pages, index)
}
