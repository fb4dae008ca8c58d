import type { LibraryPage } from '#app/contract'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { HitCount, HitPage, Search } from '#app/search/search'
import type { BorneLabels, TagSum } from '#app/search/tag-hits'
import type { Watch } from '#main/export/export-corpus'
import { type PageQuery, searcher } from '#main/search/searcher'
import { type TagHits, tagHits } from '#main/search/tag-hits'
import type { LibraryQuery } from '#main/store/library'
import type { Store } from '#main/store/store'
import type { Task } from './work-thread.ts'

/** What the window asks of a project that may take longer than a frame, and what each comes to. Nothing of it writes. */
export type Queries = {
  readonly 'library-page': {
    readonly given: { readonly query: Omit<LibraryQuery, 'annotator'> }
    readonly done: LibraryPage
  }
  readonly 'search-page': { readonly given: { readonly query: PageQuery }; readonly done: HitPage }
  readonly 'search-count': {
    readonly given: { readonly search: Search; readonly next: HitCount['next'] }
    readonly done: HitCount
  }
  readonly 'search-labels': {
    readonly given: { readonly articles: readonly ArticleId[] }
    readonly done: readonly BorneLabels[]
  }
  readonly 'search-preview-tag': { readonly given: { readonly asked: TagHits }; readonly done: TagSum }
}

/** Answers queries about a store, in whichever thread this runs. */
export function queryDoer(
  store: Store,
  by: AnnotatorId,
): (query: Task<Queries>, watch: Watch) => Promise<Queries[keyof Queries]['done']> {
  const search = searcher(store.db)
  return async (query, watch) => {
    switch (query.kind) {
      case 'library-page':
        return {
          ...store.library.page({ ...query.query, annotator: by }),
          totals: store.library.totals(by),
        }
      case 'search-page':
        return search.page(query.query)
      case 'search-count':
        return search.count(query.search, query.next)
      case 'search-labels':
        return query.articles.map(article => ({
          article,
          annotations: store.tables.annotation
            .ofLayer(article, by)
            .map(({ start, end, label }) => ({ start, end, label })),
        }))
      case 'search-preview-tag':
        return tagHits(store, by, query.asked, undefined, watch)
    }
  }
}
