import { toldApart } from '#app/model/annotator'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

export const annotatorQueries = ({ tables }: Store): Queries<'annotator.list'> => ({
  'annotator.list': () => {
    const counts = Map.groupBy(tables.annotation.counts(), one => one.annotator)
    return toldApart(tables.annotator.all()).map(({ id, name }) => ({
      ...{ id, name },
      annotations: (counts.get(id) ?? []).reduce((sum, { count }) => sum + count, 0),
    }))
  },
})
