import type { LibraryPage } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import type { LibraryQuery } from '#main/store/library'
import type { Store } from '#main/store/store'
import { isRegisterQuery, type RegisterQueries, registerDoer } from './register-query.ts'
import type { Task } from './work-thread.ts'

/** What the window asks of a project that may take longer than a frame, and what each comes to. Nothing of it writes. */
export type Queries = {
  readonly 'library-page': {
    readonly given: { readonly query: Omit<LibraryQuery, 'annotator'> }
    readonly done: LibraryPage
  }
} & RegisterQueries

/** Answers queries about a store, in whichever thread this runs. */
export function queryDoer(
  store: Store,
  by: AnnotatorId,
): (query: Task<Queries>) => Promise<Queries[keyof Queries]['done']> {
  const register = registerDoer(store, by)
  return async query => {
    if (isRegisterQuery(query)) return register(query)
    switch (query.kind) {
      case 'library-page':
        return {
          ...store.library.page({ ...query.query, annotator: by }),
          totals: store.library.totals(by),
        }
    }
  }
}
