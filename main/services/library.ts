import type { Services } from '#app/contract'
import type { Application } from './application.ts'

export function libraryServices(application: Application): Pick<Services, 'library.page'> {
  return {
    'library.page': query => application.queries.run({ kind: 'library-page', query }),
  }
}
