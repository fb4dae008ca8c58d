import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import { GroupId } from '#app/model/ids'
import type { Application } from './application.ts'

export function registerServices(application: Application): Pick<Services, 'name.rename'> {
  return {
    'name.rename': ({ job, ...plan }) => {
      const group = GroupId.parse(uuidv7())
      const renamed = application.inJobs({ kind: 'rename-value', ...plan, group }, job)
      // What was renamed before it was stopped stays.
      return renamed.finally(() => application.changed(null))
    },
  }
}
