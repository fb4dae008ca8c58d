import type { Checked, EqualSentences, FlaggedPage, LibraryPage } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import type { SentencePlace } from '#app/model/queue'
import { countEqual } from '#main/equal/find-equal'
import type { LibraryQuery } from '#main/store/library'
import type { Store } from '#main/store/store'
import type { Task } from './work-thread.ts'

/** What the window asks of a project that may take longer than a frame, and what each comes to. Nothing of it writes. */
export type Queries = {
  readonly 'library-page': {
    readonly given: { readonly query: Omit<LibraryQuery, 'annotator'> }
    readonly done: LibraryPage
  }
  readonly 'next-in-queue': {
    readonly given: { readonly search: Checked<'layer.next'> }
    readonly done: SentencePlace | null
  }
  readonly flagged: {
    readonly given: { readonly page: Checked<'layer.flagged'> }
    readonly done: FlaggedPage
  }
  readonly 'equal-sentences': {
    readonly given: { readonly place: SentencePlace }
    readonly done: EqualSentences
  }
}

/** Answers queries about a store, in whichever thread this runs. */
export function queryDoer(
  store: Store,
  by: AnnotatorId,
): (query: Task<Queries>) => Promise<Queries[keyof Queries]['done']> {
  return async query => {
    switch (query.kind) {
      case 'library-page':
        return {
          ...store.library.page({ ...query.query, annotator: by }),
          totals: store.library.totals(by),
        }
      case 'next-in-queue':
        return store.queues.next(query.search.queue, query.search.from, query.search.direction, by)
      case 'flagged':
        return store.queues.flagged(query.page.by, by, query.page)
      case 'equal-sentences':
        return countEqual(store, query.place, by)
    }
  }
}
