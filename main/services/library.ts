import { randomUUID } from 'node:crypto'
import type { Services } from '#app/contract'
import type { Application } from './application.ts'

export function libraryServices(application: Application): Pick<Services, 'library.page'> {
  return {
    'library.page': query =>
      application.queries.run(randomUUID(), {
        kind: 'library-page',
        query: { ...query, annotator: application.annotator.id },
      }),
  }
}
