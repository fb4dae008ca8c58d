import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import { GroupId } from '#app/model/ids'
import type { Application } from './application.ts'

type SearchCalls = 'search.page' | 'search.count' | 'search.labels' | 'search.preview-tag' | 'search.tag'

export function searchServices(application: Application): Pick<Services, SearchCalls> {
  const progressOf = (job: string) => (done: number, total: number) =>
    application.emit('progress', { job, done, total })
  return {
    'search.page': query => application.queries.run({ kind: 'search-page', query }),
    'search.count': ({ search, next }) => application.queries.run({ kind: 'search-count', search, next }),
    'search.labels': ({ articles }) => application.queries.run({ kind: 'search-labels', articles }),

    'search.preview-tag': ({ job, ...asked }) =>
      application.queries.run({ kind: 'search-preview-tag', asked }, job, progressOf(job)),

    'search.tag': async ({ job, ...asked }) => {
      const group = GroupId.parse(uuidv7())
      const sum = await application.jobs.run({ kind: 'tag-hits', asked, group }, job, progressOf(job))
      if (sum.tagged > 0) application.changed(null)
      return { ...sum, undo: application.undoState() }
    },
  }
}
