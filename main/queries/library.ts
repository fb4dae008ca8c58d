import type { AnnotatorId } from '#app/model/ids'
import { facetsOf } from '#main/store/facets'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type LibraryQueries =
  | 'library.page'
  | 'library.totals'
  | 'library.stretch'
  | 'library.place'
  | 'library.facets'
  | 'collection.list'

export const libraryQueries = (store: Store, by: AnnotatorId): Queries<LibraryQueries> => ({
  'library.page': query => store.library.page({ ...query, annotator: by }),
  'library.totals': () => store.library.totals(by),
  'library.stretch': query => store.library.stretch({ ...query, annotator: by }),
  'library.place': ({ article, ...query }) => store.library.placeOf(article, { ...query, annotator: by }),
  'library.facets': query => facetsOf(store.db, query),
  'collection.list': () => store.tables.membership.counted(store.tables.collection.all()),
})
