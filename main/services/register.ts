import { v7 as uuidv7 } from 'uuid'
import type { Checked, Services } from '#app/contract'
import { GroupId } from '#app/model/ids'
import type { Application } from './application.ts'
import type { Queries } from './query.ts'
import type { RegisterQuery } from './register-query.ts'
import type { Task } from './work-thread.ts'

export function registerServices(application: Application): Pick<Services, RegisterQuery | 'name.rename'> {
  const run = <N extends RegisterQuery>(kind: N, input: Checked<N>) =>
    // The query of a call's name takes the input of that call.
    application.queries.run<N>({ kind, input } as Task<Queries, N>)
  return {
    'name.complete': input => run('name.complete', input),
    'name.list': input => run('name.list', input),
    'name.uses': input => run('name.uses', input),
    'register.similar': input => run('register.similar', input),
    'register.list': input => run('register.list', input),
    'register.appearances': input => run('register.appearances', input),
    'register.unlinked': input => run('register.unlinked', input),
    'register.column': input => run('register.column', input),
    'register.card': input => run('register.card', input),

    'name.rename': ({ job, ...plan }) => {
      const group = GroupId.parse(uuidv7())
      const renamed = application.jobs.run({ kind: 'rename-value', ...plan, group }, job, (done, total) =>
        application.emit('progress', { job, done, total }),
      )
      // What was renamed before it was stopped stays.
      return renamed.finally(() => {
        application.sessionChanged()
        application.changed(null)
      })
    },
  }
}
