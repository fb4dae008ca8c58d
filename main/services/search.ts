import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import { GroupId } from '#app/model/ids'
import type { Application } from './application.ts'

export function searchServices(application: Application): Pick<Services, 'search.tag'> {
  return {
    'search.tag': async ({ job, ...asked }) => {
      const group = GroupId.parse(uuidv7())
      const sum = await application.inJobs({ kind: 'tag-hits', asked, group }, job)
      if (sum.tagged > 0) application.changed(null)
      return sum
    },
  }
}
