import type { Services } from '#app/contract'
import type { Application } from './application.ts'

export function libraryServices(application: Application): Pick<Services, 'library.page'> {
  return {
    'library.page': query => {
      const { store, annotator } = application
      const page = store.library.page({ ...query, annotator: annotator.id })
      return { ...page, totals: store.library.totals(annotator.id) }
    },
  }
}
