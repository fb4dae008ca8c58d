/** The thread in which long work is done; see services/jobs.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import type { AnnotatorId } from '#app/model/ids'
import { type JobKind, jobDoer } from '#main/services/job'
import type { FromThread, ToThread } from '#main/services/jobs'
import { outcomeOf } from '#main/services/outcome'
import { joinProject } from '#main/store/open'

const { path, by } = workerData as { path: string; by: AnnotatorId }
const store = joinProject(path)
const doJob = jobDoer(store, by)
/** Those that write, or read the project as it was when they began: they share a connection, and so take turns. */
const TAKES_TURNS: ReadonlySet<JobKind> = new Set([
  'import',
  'export',
  'adjudication-queue',
  'adjudicate-by-rule',
])
let turn: Promise<unknown> = Promise.resolve()
const running = new Map<string, AbortController>()
const answer = (message: FromThread) => parentPort?.postMessage(message)

parentPort?.on('message', async (message: ToThread) => {
  if ('cancel' in message) {
    running.get(message.cancel)?.abort()
    return
  }
  const { id, job } = message
  const stop = new AbortController()
  running.set(id, stop)
  const onProgress = (done: number, total: number) => answer({ id, done, total })
  const work = () =>
    outcomeOf(
      () => doJob(job, { onProgress, signal: stop.signal }),
      error => store.refusalOf(error),
    )
  const outcome = await (TAKES_TURNS.has(job.kind) ? inTurn(work) : work())
  running.delete(id)
  answer({ id, outcome })
})

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work)
  turn = done
  return done
}
