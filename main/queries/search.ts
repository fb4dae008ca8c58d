import type { AnnotatorId } from '#app/model/ids'
import { searcher } from '#main/search/searcher'
import { tagHits } from '#main/search/tag-hits'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type SearchQueries = 'search.page' | 'search.count' | 'search.labels' | 'search.preview-tag'

export function searchQueries(store: Store, by: AnnotatorId): Queries<SearchQueries> {
  const { page, count } = searcher(store.db)
  let counting = new AbortController()
  return {
    'search.page': page,
    'search.count': ({ search, next }) => count(search, next),
    'search.labels': ({ articles }) =>
      articles.map(article => ({
        article,
        annotations: store.tables.annotation
          .ofLayer(article, by)
          .map(({ start, end, label }) => ({ start, end, label })),
      })),
    'search.preview-tag': asked => {
      // Something else was chosen: nobody waits for the preview before.
      counting.abort()
      counting = new AbortController()
      return tagHits(store, by, asked, undefined, { signal: counting.signal })
    },
  }
}
