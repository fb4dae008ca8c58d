/** What the window asks of a project, answered: one file for each noun, put together here. Nothing in this folder writes. */
import type { AnnotatorId } from '#app/model/ids'
import type { Watch } from '#main/export/export-corpus'
import type { Task } from '#main/services/work-thread'
import { worksBlind } from '#main/store/blindfold'
import { joinBlind } from '#main/store/open'
import type { Store } from '#main/store/store'
import { adjudicationQueries } from './adjudication.ts'
import { agreementQueries } from './agreement.ts'
import { annotatorQueries } from './annotator.ts'
import { articleQueries } from './article.ts'
import { assignQueries } from './assign.ts'
import { codebookQueries } from './codebook.ts'
import { conflictQueries } from './conflict.ts'
import { exchangeQueries } from './exchange.ts'
import { exportQueries } from './export.ts'
import { guidelineQueries } from './guideline.ts'
import { libraryQueries } from './library.ts'
import type { Queries, QueryTasks } from './query-names.ts'
import { queueQueries } from './queue.ts'
import { registerQueries } from './register.ts'
import { searchQueries } from './search.ts'

/** @param by who asks */
export const queriesOf = (store: Store, by: AnnotatorId): Queries => ({
  ...annotatorQueries(store),
  ...assignQueries(store, by),
  ...articleQueries(store, by),
  ...libraryQueries(store, by),
  ...codebookQueries(store, by),
  ...guidelineQueries(store, by),
  ...queueQueries(store, by),
  ...registerQueries(store, by),
  ...searchQueries(store, by),
  ...exchangeQueries(store),
  ...exportQueries(),
  ...conflictQueries(store),
  ...adjudicationQueries(store),
  ...agreementQueries(store, by),
})

/** Answers queries about a store, in whichever thread this runs. Who works blind is answered from what they see. */
export function queryDoer(
  store: Store,
  by: AnnotatorId,
): (query: Task<QueryTasks>, watch?: Watch) => Promise<unknown> {
  const open = queriesOf(store, by)
  let blind: Queries | undefined
  function seen(): Queries {
    if (!worksBlind(store, by)) return open
    blind ??= queriesOf(joinBlind(store, by), by)
    return blind
  }
  return async ({ kind, input }, watch) => {
    // The query of a name takes the input of that name.
    const query = seen()[kind] as (input: unknown, watch?: Watch) => unknown
    return query(input, watch)
  }
}
