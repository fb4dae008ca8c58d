import type { Checked, Services } from '#app/contract'
import { QUERY_NAMES, type QueryName, type QueryTasks } from '#main/queries/query-names'
import type { Application } from './application.ts'
import type { Task } from './work-thread.ts'

/** The calls that are answered in the queries' thread: handed on as they come. What names a job tells how far it has come. */
export function queryServices(application: Application): Pick<Services, QueryName> {
  const handOn =
    <N extends QueryName>(kind: N) =>
    (input: Checked<N>) => {
      // The query of a call's name takes the input of that call.
      const task = { kind, input } as Task<QueryTasks, N>
      if (!('job' in input)) return application.queries.run<N>(task)
      const { job } = input
      return application.queries.run<N>(task, job, application.progressOf(job))
    }
  // Each name with the service of that name.
  return Object.fromEntries(QUERY_NAMES.map(name => [name, handOn(name)])) as Pick<Services, QueryName>
}
