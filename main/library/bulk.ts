/** Steps on many articles at once. Each is a group of changes, and so one undo. */
import { Refusal } from '#app/failure'
import type { BulkAction } from '#app/model/bulk-action'
import { BIN, dealtTo, membershipId } from '#app/model/collection'
import type { AnnotatorId, ArticleId, CollectionId, GroupId } from '#app/model/ids'
import type { Selection } from '#app/model/library'
import type { Action, Edit } from '#app/model/record'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'
import { marking } from './mark-articles.ts'
import { removal } from './remove-article.ts'

export interface Bulk {
  readonly selection: Selection
  readonly action: BulkAction
  /** Ties the changes together, to be undone as one. */
  readonly group: GroupId
}

export interface BulkDone {
  /** How many articles were changed. */
  readonly changed: number
  /** How many stayed as they were because others have worked in them. */
  readonly kept: number
}

/** Milliseconds of work in one transaction; between two of them others may write, and a cancellation is heard. */
const SLICE = 50

/** What is done to one article; null where it stays because others have worked in it. */
export type EditsOfArticle = (article: ArticleId) => Edit[] | null

/** Does all of it in one transaction. For few articles. */
export function doBulkAtOnce(store: Store, by: AnnotatorId, bulk: Bulk): BulkDone {
  return store.together(() => {
    const work = begin(store, by, bulk)
    for (const article of work.articles) work.doOne(article)
    return work.done()
  })
}

/** Does it slice by slice. What was done before a cancellation (a refusal, `cancelled`) stays, and is undone as one. */
export async function doBulk(
  store: Store,
  by: AnnotatorId,
  bulk: Bulk,
  watch: Watch = {},
): Promise<BulkDone> {
  const work = store.together(() => begin(store, by, bulk))
  const { articles } = work
  for (let place = 0; place < articles.length; ) {
    store.together(() => {
      for (
        const since = performance.now();
        place < articles.length && performance.now() - since < SLICE;
        place++
      ) {
        const article = articles[place]
        if (article) work.doOne(article)
      }
    })
    watch.onProgress?.(place, articles.length)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted && place < articles.length)
      throw new Refusal('cancelled', 'The work was stopped. Undo takes back what was done so far.')
  }
  return work.done()
}

function begin(store: Store, by: AnnotatorId, { selection, action, group }: Bulk) {
  const articles = store.library.idsOf(selection, by)
  const kind: Action = ACTIONS[action.do]
  const write = (edits: readonly Edit[]) => store.write({ by, action: kind, edits, group })
  const editsOf = editing(store, by, action, write)
  let done: BulkDone = { changed: 0, kept: 0 }
  return {
    articles,
    doOne(article: ArticleId): void {
      const edits = editsOf(article)
      if (edits === null) done = { ...done, kept: done.kept + 1 }
      else if (edits.length > 0 && write(edits)) done = { ...done, changed: done.changed + 1 }
    },
    done: () => done,
  }
}

const ACTIONS: Readonly<Record<BulkAction['do'], Action>> = {
  put: 'collect',
  'take-out': 'collect',
  assign: 'collect',
  mark: 'review',
  remove: 'empty-bin',
}

function editing(
  store: Store,
  by: AnnotatorId,
  action: BulkAction,
  write: (edits: readonly Edit[]) => unknown,
): EditsOfArticle {
  switch (action.do) {
    case 'put':
      assertCollection(store, action.collection)
      return puttingInto(store, action.collection, by)
    case 'take-out':
      return article => {
        const id = membershipId({ collection: action.collection, article })
        return store.tables.membership.get(id) ? [{ kind: 'membership', id, after: null }] : []
      }
    case 'assign': {
      const annotator = store.tables.annotator.get(action.annotator)
      if (!annotator)
        throw new Refusal('not-found', 'This annotator is not in the project. Choose another one.')
      const collection = dealtTo(annotator.id, annotator.name)
      if (!store.tables.collection.get(collection.id))
        write([{ kind: 'collection', id: collection.id, after: collection }])
      return puttingInto(store, collection.id, by)
    }
    case 'mark':
      return marking(store, by, action.as)
    case 'remove':
      return removal(store, by)
  }
}

function puttingInto({ tables }: Store, collection: CollectionId, by: AnnotatorId): EditsOfArticle {
  const at = new Date().toISOString()
  return article => {
    const id = membershipId({ collection, article })
    if (tables.membership.get(id)) return []
    return [{ kind: 'membership', id, after: { collection, article, by, at } }]
  }
}

function assertCollection({ tables }: Store, id: CollectionId): void {
  if (id !== BIN.id && !tables.collection.get(id))
    throw new Refusal('not-found', 'The collection is no longer in this project. Choose another one.')
}
