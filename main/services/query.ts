import type { Collections, Facet, LibraryPage } from '#app/contract'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import { type FacetQuery, facetsOf } from '#main/store/facets'
import type { LibraryQuery } from '#main/store/library'
import type { Store } from '#main/store/store'
import type { Task } from './work-thread.ts'

/** What the window asks of a project that may take longer than a frame, and what each comes to. Nothing of it writes. */
export type Queries = {
  readonly 'library-page': {
    readonly given: { readonly query: Omit<LibraryQuery, 'annotator'> }
    readonly done: LibraryPage
  }
  readonly 'library-stretch': {
    readonly given: { readonly query: Omit<LibraryQuery, 'annotator'> }
    readonly done: readonly ArticleId[]
  }
  readonly facets: { readonly given: { readonly query: FacetQuery }; readonly done: readonly Facet[] }
  readonly collections: { readonly given: object; readonly done: Collections }
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
      case 'library-stretch':
        return store.library.stretch({ ...query.query, annotator: by })
      case 'facets':
        return facetsOf(store.db, query.query)
      case 'collections':
        return store.tables.membership.counted(store.tables.collection.all())
    }
  }
}
