/** The thread in which the window's questions are answered; see services/work-thread.ts. */
import { queryDoer } from '#main/queries/queries'
import type { QueryTasks } from '#main/queries/query-names'
import { answerTasks } from '#main/services/answer-tasks'

answerTasks<QueryTasks>(queryDoer)
