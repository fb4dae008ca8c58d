/** The thread's end of a WorkThread. */
import { parentPort, workerData } from 'node:worker_threads'
import type { AnnotatorId } from '#app/model/ids'
import { diskRefusal } from '#main/store/disk'
import { joinProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import { Turns } from '#main/turns'
import { outcomeOf } from './outcome.ts'
import type { FromThread, Task, Tasks, ThreadData, ToThread } from './work-thread.ts'

/** How the work can be watched from outside, and stopped. */
interface Watched {
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/**
 * Does what is sent here, on a connection of its own.
 *
 * @param aside kinds of work that wait for nothing. Others wait for one another: they write, or read the project as it was
 *   when they began, and so cannot share a connection at one time
 */
export function answerTasks<T extends Tasks>(
  doer: (store: Store, by: AnnotatorId) => (task: Task<T>, watched: Watched) => Promise<unknown>,
  aside: ReadonlySet<keyof T> | 'all' = 'all',
): void {
  const { path, file, key } = workerData as ThreadData
  const joined = once(() => joinProject(path, file, key))
  const doers = new Map<AnnotatorId, ReturnType<typeof doer>>()
  function doerFor(by: AnnotatorId): ReturnType<typeof doer> {
    const made = doers.get(by) ?? doer(joined(), by)
    doers.set(by, made)
    return made
  }
  const running = new Map<string, AbortController>()
  const answer = (message: FromThread) => parentPort?.postMessage(message)
  const turns = new Turns()

  parentPort?.on('message', async (message: ToThread<T>) => {
    if ('cancel' in message) {
      running.get(message.cancel)?.abort()
      return
    }
    const { id, by, task } = message
    const stop = new AbortController()
    running.set(id, stop)
    const onProgress = (done: number, total: number) => answer({ id, done, total })
    const work = () =>
      outcomeOf(
        () => doerFor(by)(task, { onProgress, signal: stop.signal }),
        error => diskRefusal(error, path),
      )
    const outcome = await (aside === 'all' || aside.has(task.kind) ? work() : turns.next(work))
    running.delete(id)
    answer({ id, outcome })
  })
  try {
    joined()
  } catch {
    // It is said of the first piece of work.
  }
  answer({ up: true })
}

/** Makes a value with the first call that can make it. */
function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
