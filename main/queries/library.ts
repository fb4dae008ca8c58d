import type { AnnotatorId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

export const libraryQueries = (store: Store, by: AnnotatorId): Queries<'library.page'> => ({
  'library.page': query => ({
    ...store.library.page({ ...query, annotator: by }),
    totals: store.library.totals(by),
  }),
})
