import type { Services } from '#app/contract'
import type { Application } from './application.ts'

export function annotatorServices(application: Application): Pick<Services, 'annotator.list'> {
  return {
    'annotator.list': () => {
      const { tables } = application.store
      const counts = Map.groupBy(tables.annotation.counts(), one => one.annotator)
      return tables.annotator.all().map(({ id, name }) => ({
        ...{ id, name },
        annotations: (counts.get(id) ?? []).reduce((sum, { count }) => sum + count, 0),
      }))
    },
  }
}
