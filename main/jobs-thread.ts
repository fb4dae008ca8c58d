/** The thread in which long work is done; see services/work-thread.ts. */
import { answerTasks } from '#main/services/answer-tasks'
import { jobDoer } from '#main/services/do-job'
import type { Jobs } from '#main/services/job'

// All others wait for one another.
answerTasks<Jobs>(jobDoer, new Set(['preview', 'save', 'back-up', 'synchronised-place']))
