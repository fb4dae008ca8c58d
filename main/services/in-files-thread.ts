/** Long work on files for which no project need be open: in a thread of its own, which ends with it. */
import type { Backup, Outcome } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Watch } from '#main/export/export-corpus'
import type { ProjectKey } from '#main/store/protection/project-key'
import type { Rewritten } from '#main/store/protection/protect'
import type { Recovered } from '#main/store/recovery/recover'
import { startThread } from '#main/threads'

/** A project file, with its key where it is protected. */
interface ProjectFile {
  readonly path: string
  readonly key: ProjectKey | undefined
}

/** What can be done, with what it needs. */
export type FilesTask =
  | ({ readonly do: 'list' } & ProjectFile)
  | ({ readonly do: 'restore'; readonly name: string; readonly target: string } & ProjectFile)
  | ({ readonly do: 'recover'; readonly target: string } & ProjectFile)
  | ({ readonly do: 'rekey'; readonly next: ProjectKey | undefined } & ProjectFile)
  | {
      readonly do: 'unseal'
      readonly path: string
      readonly target: string
      readonly passphrase: string
    }

/** What each comes to: a restored one the path to open. */
export interface FilesDone {
  readonly list: Backup[]
  readonly restore: string
  readonly recover: Recovered
  readonly rekey: Rewritten
  readonly unseal: undefined
}

/** From the thread: how far the work has come, and at last what it came to. */
export type FromFilesThread =
  | { readonly done: number; readonly total: number }
  | { readonly outcome: Outcome<FilesDone[FilesTask['do']]> }

/** Does the work. Throws a refusal where the work does: `cancelled` where it was stopped. */
export async function inFilesThread<D extends FilesTask['do']>(
  task: Extract<FilesTask, { do: D }>,
  { onProgress, signal }: Watch = {},
): Promise<FilesDone[D]> {
  const outcome = await new Promise<Outcome<FilesDone[D]>>((resolve, reject) => {
    const thread = startThread('files-thread', { workerData: task })
    // Whatever it is told, it stops.
    const stop = () => thread.postMessage('stop')
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
    thread.once('exit', () => signal?.removeEventListener('abort', stop))
    thread.on('message', (message: FromFilesThread) => {
      // What comes back is of the kind that was asked for.
      if ('outcome' in message) resolve(message.outcome as Outcome<FilesDone[D]>)
      else onProgress?.(message.done, message.total)
    })
    thread.once('error', reject)
  })
  if (outcome.ok) return outcome.value
  throw new Refusal(outcome.failure.code, outcome.failure.message, outcome.failure.details)
}
