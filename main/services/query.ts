import { type Encoded, encoded, type LibraryPage, type OpenArticle } from '#app/contract'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { LibraryQuery } from '#main/store/library'
import type { Store } from '#main/store/store'
import { openArticle } from './open-article.ts'
import type { Task } from './work-thread.ts'

/** What the window asks of a project that may take longer than a frame, and what each comes to. Nothing of it writes. */
export type Queries = {
  readonly 'open-article': {
    readonly given: { readonly article: ArticleId }
    readonly done: Encoded<OpenArticle>
  }
  readonly 'library-page': {
    readonly given: { readonly query: Omit<LibraryQuery, 'annotator'> }
    readonly done: LibraryPage
  }
}

/** Answers queries about a store, in whichever thread this runs. */
export function queryDoer(
  store: Store,
  by: AnnotatorId,
): (query: Task<Queries>) => Promise<Queries[keyof Queries]['done']> {
  return async query => {
    switch (query.kind) {
      case 'open-article':
        return encoded(openArticle(store, query.article, by))
      case 'library-page':
        return {
          ...store.library.page({ ...query.query, annotator: by }),
          totals: store.library.totals(by),
        }
    }
  }
}
