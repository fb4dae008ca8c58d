import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import { GroupId } from '#app/model/ids'
import type { Application } from './application.ts'

type QueueCalls = 'layer.next' | 'layer.flagged' | 'layer.equal' | 'layer.tag-equal'

export function queueServices(application: Application): Pick<Services, QueueCalls> {
  return {
    'layer.next': search => application.queries.run({ kind: 'next-in-queue', search }),
    'layer.flagged': page => application.queries.run({ kind: 'flagged', page }),
    'layer.equal': ({ article, start, end }) =>
      application.queries.run({ kind: 'equal-sentences', place: { article, range: { start, end } } }),
    'layer.tag-equal': async ({ article, start, end, replace, job }) => {
      const group = GroupId.parse(uuidv7())
      const tagged = application.jobs.run(
        { kind: 'tag-equal', article, range: { start, end }, replace, group },
        job,
        (done, total) => application.emit('progress', { job, done, total }),
      )
      // What was labelled before it was stopped stays.
      const count = await tagged.finally(() => application.changed(null))
      return { ...count, undo: application.undoState() }
    },
  }
}
