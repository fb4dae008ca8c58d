/** The thread in which the window's questions are answered; see services/work-thread.ts. */
import { answerTasks } from '#main/services/answer-tasks'
import { type Queries, queryDoer } from '#main/services/query'

answerTasks<Queries>(queryDoer)
