/** Steps that concern the whole window: undo, going from article to article, following what main tells. */
import type { Reverted } from '#app/contract'
import { dealtTo } from '#app/model/collection'
import type { ArticleId, CollectionId } from '#app/model/ids'
import { noteOwn, openDecisions, refreshQueue } from '../adjudication/adjudication-store.ts'
import { call, on } from '../door.ts'
import { forgetLastValues } from '../inspector/inspector-store.ts'
import { refreshAnnotators } from '../library/annotators-store.ts'
import { refreshArrangement } from '../library/arrangement-store.ts'
import {
  emptyLibrary,
  fetchArticleAt,
  fetchPlaceOf,
  libraryReady,
  refreshLibrary,
  resetLibrary,
  showProgress,
} from '../library/library-store.ts'
import { say } from '../messages/messages.ts'
import { forgetKept } from '../protection/kept-state.ts'
import {
  closeArticle,
  lookForArticle,
  openArticle,
  reading,
  reloadArticle,
  showEdits,
  shownArticle,
  useReader,
} from '../reader/reader-store.ts'
import { rememberPosition } from '../reader/reading-position.ts'
import { forgetLastTag } from '../reader/tagging.ts'
import { watchPlace } from '../recovery/place-store.ts'
import { resetSearch } from '../search/search-store.ts'
import { readsAgain } from '../team/second-reading.ts'
import { announce } from '../ui/announcer.ts'
import { actionName } from './action-names.ts'
import { closeDialogOfProject } from './dialog-store.ts'
import { clearNotices, dismissOffers, followStep, notify } from './notices.ts'
import { own, sendOnce, settled, wasOwn, watchLeaving } from './outbox.ts'
import { startSession, useSession, workIn } from './session-store.ts'
import { unsavedInView } from './unsaved.ts'
import { currentView } from './view-store.ts'

/** Takes the last step of what is shown back, or does it again: of changes that are not saved, else of the project. */
export function revertShown(direction: 'undo' | 'redo'): void {
  const shown = unsavedInView()
  if (!shown) return void revert(direction)
  const step = shown[direction]
  if (step) step()
  else notify(say(direction === 'undo' ? 'codebook.nothing-to-undo' : 'codebook.nothing-to-redo'))
}

/** Takes the last step of the project back, or does it again, and shows where. */
export async function revert(direction: 'undo' | 'redo'): Promise<void> {
  const outcome = await sendOnce(`history.${direction}`, {})
  if (!outcome.ok)
    return notify(outcome.failure.message, {
      tone: outcome.failure.code === 'nothing-to-undo' ? 'plain' : 'bad',
    })
  own(outcome.value.seq)
  await showReverted(outcome.value, direction)
}

async function showReverted(
  { action, edits, elsewhere, place, seq }: Reverted,
  direction: 'undo' | 'redo',
): Promise<void> {
  if (action === 'adjudicate' && currentView() === 'adjudication') {
    noteOwn(seq)
    return showDecided(place, direction)
  }
  const shown = reading()?.article.id
  const mended = action === 'split-sentence' || action === 'join-sentences'
  const isSeen = currentView() === 'read' && !mended
  if (isSeen && place?.range && place.article === shown) {
    showEdits(edits, place.range)
    if (place.progress) showProgress(place.article, place.progress)
    if (elsewhere) refreshLibrary()
    return
  }
  refreshLibrary()
  notify(
    say(direction === 'undo' ? 'shell.undone' : 'shell.done-again', {
      step: actionName(action).toLowerCase(),
    }),
  )
  if (place) await openArticle(place.article, place.range)
  else if (shown) await leaveIfGone(shown)
}

/** A decision is shown where it was made. */
async function showDecided(place: Reverted['place'], direction: 'undo' | 'redo'): Promise<void> {
  refreshLibrary()
  notify(
    say(direction === 'undo' ? 'shell.undone' : 'shell.done-again', {
      step: actionName('adjudicate').toLowerCase(),
    }),
  )
  if (place) await openDecisions(place.article, place.range)
  void refreshQueue()
}

/** After an import was undone, the open article may be gone; after a codebook was, its labels may count as others. */
async function leaveIfGone(article: ArticleId): Promise<void> {
  const outcome = await call('article.open', { article })
  if (outcome.ok) await reloadArticle()
  else await openFirst()
}

/** What of the project the person is to read: in a second reading what was dealt for it, else all. */
function partToRead(): CollectionId | null {
  const { session } = useSession.getState()
  return session && readsAgain(session) ? dealtTo(session.annotator.id, '').id : null
}

/** Opens the article that was read last, else the first of the library; closes the reader where there is none. */
export async function openFirst(): Promise<void> {
  lookForArticle()
  const filter = { collection: partToRead() }
  const [last, page] = await Promise.all([
    call('article.last', {}),
    call('library.page', { filter, order: 'imported', offset: 0, limit: 1 }),
  ])
  const first = (last.ok ? last.value : null) ?? (page.ok ? page.value.articles[0]?.id : undefined)
  // Meanwhile the person may have opened one.
  if (shownArticle(useReader.getState().state) !== undefined) return
  if (first) await openArticle(first)
  else closeArticle()
}

/** Opens the article before (-1) or after (1) the open one in the library. */
export async function openNeighbour(step: -1 | 1): Promise<void> {
  await libraryReady()
  const shown = shownArticle(useReader.getState().state)
  const place = shown ? await fetchPlaceOf(shown) : -1
  const neighbour = await fetchArticleAt(place + step)
  if (neighbour) await openArticle(neighbour.id)
  else notify(say(step === 1 ? 'shell.last-article' : 'shell.first-article'))
}

/** Starts the window: who works here, what is open, and what main tells from then on. */
export async function startWindow(): Promise<void> {
  let work: string | undefined
  /** What was worked on last, also where it was locked since. */
  let last: string | undefined
  let project: string | undefined
  useSession.subscribe(({ session, undo }) => {
    followStep(undo.step)
    const now = workIn(session)
    if (now === work) return
    work = now
    // Of what was before nothing is left to be read aloud.
    announce('')
    // A project that was locked is out of this window's memory, too.
    if (!session?.project) {
      clearNotices()
      closeArticle()
      emptyLibrary()
      resetSearch()
      return
    }
    if (last !== undefined && last !== now) closeDialogOfProject()
    last = now
    if (session.project.project.id !== project) forgetKept()
    project = session.project.project.id
    dismissOffers()
    forgetLastValues()
    forgetLastTag()
    resetLibrary(partToRead())
    void refreshArrangement()
    void refreshAnnotators()
    resetSearch()
    void openFirst()
  })
  on('changed', async ({ seq, articles }) => {
    await settled()
    if (wasOwn(seq)) return
    refreshLibrary()
    const shown = reading()?.article.id
    if (shown && (articles === null || articles.includes(shown))) await reloadArticle()
  })
  rememberPosition()
  watchLeaving()
  watchPlace()
  await startSession()
}
