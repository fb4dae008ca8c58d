import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import { GroupId } from '#app/model/ids'
import type { Application } from './application.ts'

export function queueServices(application: Application): Pick<Services, 'layer.tag-equal'> {
  return {
    'layer.tag-equal': ({ article, start, end, replace, job }) => {
      const group = GroupId.parse(uuidv7())
      const tagged = application.inJobs(
        { kind: 'tag-equal', article, range: { start, end }, replace, group },
        job,
      )
      // What was labelled before it was stopped stays.
      return tagged.finally(() => application.changed(null))
    },
  }
}
