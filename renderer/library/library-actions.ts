/** What the person does to articles and collections from the library. */
import { v7 as uuidv7 } from 'uuid'
import { create } from 'zustand'
import type { BulkReport, Outcome, Step } from '#app/contract'
import type { Metadata } from '#app/model/article'
import type { BulkAction } from '#app/model/bulk-action'
import { BIN } from '#app/model/collection'
import { type ArticleId, CollectionId } from '#app/model/ids'
import { ArticleFilter, type Selection } from '#app/model/library'
import { asJob, type Work } from '../jobs.ts'
import { type MessageId, say } from '../messages/messages.ts'
import { openArticle, reading, reloadArticle, shownArticle, useReader } from '../reader/reader-store.ts'
import { closeDialog, openDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { own, send } from '../shell/outbox.ts'
import { refreshCollections } from './collections-store.ts'
import {
  fetchArticleAt,
  libraryReady,
  placeInLibrary,
  refine,
  refreshLibrary,
  useLibrary,
} from './library-store.ts'
import { chooseNone, selection } from './selection-store.ts'

/** Work on many articles that takes a while; null while there is none. */
export const useWork = create<{ readonly work: Work | null }>(() => ({ work: null }))

/** From so many articles on the person sees how far the work has come. */
const MANY = 200

/** What is said once it is done. */
const SAID: Readonly<Record<BulkAction['do'], MessageId>> = {
  put: 'library.done-put',
  'take-out': 'library.done-take-out',
  assign: 'library.done-assign',
  mark: 'library.done-mark',
  remove: 'library.done-remove',
}

/** Does something to what is chosen, else to the article that is read. */
export async function doToSelection(action: BulkAction): Promise<void> {
  const now = selection()
  if (now) await doTo(now.selection, now.count, action)
}

export const putIntoBin = (): Promise<void> => doToSelection({ do: 'put', collection: BIN.id })
export const takeOutOfBin = (): Promise<void> => doToSelection({ do: 'take-out', collection: BIN.id })

/** Removes for good what is in the bin, as far as it is nobody else's. Undo brings it back. */
export async function emptyBin(): Promise<void> {
  const filter = ArticleFilter.parse({ collection: BIN.id })
  await doTo({ filter, except: [] }, Number.POSITIVE_INFINITY, { do: 'remove' })
}

async function doTo(selection: Selection, count: number, action: BulkAction): Promise<void> {
  const place = placeOfShown()
  if (count > MANY) openDialog('library-work')
  const outcome = await asJob(
    work => useWork.setState({ work }),
    job => send('library.bulk', { selection, action, job }),
  )
  useWork.setState({ work: null })
  if (count > MANY) closeDialog()
  if (!outcome.ok) {
    notify(outcome.failure.message, { tone: outcome.failure.code === 'cancelled' ? 'plain' : 'bad' })
    return refreshAll()
  }
  own(outcome.value.seq)
  chooseNone()
  refreshAll()
  tell(outcome.value, action)
  if (action.do === 'mark') await reloadArticle()
  else await leaveGone(place)
}

function tell(report: BulkReport, action: BulkAction): void {
  notify(say(said(report, action), { changed: report.changed, kept: report.kept }), {
    undo: report.changed > 0,
  })
}

function said({ kept }: BulkReport, action: BulkAction): MessageId {
  if (kept > 0) return 'library.done-remove-kept'
  const isBin = 'collection' in action && action.collection === BIN.id
  if (!isBin) return SAID[action.do]
  return action.do === 'put' ? 'library.done-bin' : 'library.done-unbin'
}

export function refreshAll(): void {
  refreshLibrary()
  void refreshCollections()
}

const placeOfShown = (): number => {
  const shown = shownArticle(useReader.getState().state)
  return shown ? placeInLibrary(shown) : -1
}

/** Where the article that was read went out of the list, the one that took its place is read. */
async function leaveGone(place: number): Promise<void> {
  await libraryReady()
  const total = useLibrary.getState().total ?? 0
  if (place < 0 || total === 0 || placeOfShown() >= 0) return
  const next = await fetchArticleAt(Math.min(place, total - 1))
  if (next) await openArticle(next.id)
}

/** Waits for a step on collections. @returns what it came to; undefined where it was refused, which the person is told */
async function step<T extends Step>(sent: Promise<Outcome<T>>): Promise<T | undefined> {
  const outcome = await sent
  if (!outcome.ok) {
    notify(outcome.failure.message, { tone: 'bad' })
    return undefined
  }
  own(outcome.value.seq)
  refreshAll()
  return outcome.value
}

/** Makes a collection. @returns its id */
export async function createCollection(name: string): Promise<CollectionId | undefined> {
  const collection = CollectionId.parse(uuidv7())
  return (await step(send('collection.create', { collection, name }))) && collection
}

export const renameCollection = (collection: CollectionId, name: string): Promise<unknown> =>
  step(send('collection.rename', { collection, name }))

/** Removes a collection; its articles stay where they are. */
export async function removeCollection(collection: CollectionId): Promise<void> {
  if (useLibrary.getState().filter.collection === collection) refine({ collection: null })
  if (await step(send('collection.remove', { collection })))
    notify(say('library.collection-removed'), { undo: true })
}

/** Says anew what is known of an article. @returns whether that is on the disk */
export async function describeArticle(article: ArticleId, metadata: Metadata): Promise<boolean> {
  const done = await step(send('article.describe', { article, metadata }))
  if (done && reading()?.article.id === article) await reloadArticle()
  return done !== undefined
}
