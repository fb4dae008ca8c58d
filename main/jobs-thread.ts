/** The thread in which long work is done; see services/work-thread.ts. */
import { answerTasks } from '#main/services/answer-tasks'
import { type Jobs, jobDoer } from '#main/services/job'

answerTasks<Jobs>(
  jobDoer,
  new Set([
    'import',
    'export',
    'adjudication-queue',
    'feedback',
    'adjudicate-by-rule',
    'tag-equal',
    'rename-value',
    'bulk',
    'revert',
    'tag-hits',
    'merge-files',
    'share',
    'deal-out',
    'deal-again',
    'start-file',
    'sync',
    'undo-round',
    'copy',
  ]),
)
