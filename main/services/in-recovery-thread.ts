/** Long work on the files of a project that need not be open: in a thread of its own, which ends with it. */
import type { Backup, Outcome } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Recovered } from '#main/store/recovery/recover'
import { startThread } from '#main/threads'

/** What can be done, with what it needs. */
export type RecoveryTask =
  | { readonly do: 'list'; readonly path: string }
  | { readonly do: 'restore'; readonly path: string; readonly name: string; readonly target: string }
  | { readonly do: 'recover'; readonly path: string; readonly target: string }

/** What each comes to: a restored one the path to open. */
export interface RecoveryDone {
  readonly list: Backup[]
  readonly restore: string
  readonly recover: Recovered
}

/** Throws a refusal where the work does. */
export async function inRecoveryThread<D extends RecoveryTask['do']>(
  task: Extract<RecoveryTask, { do: D }>,
): Promise<RecoveryDone[D]> {
  const outcome = await new Promise<Outcome<RecoveryDone[D]>>((resolve, reject) => {
    const thread = startThread('recovery-thread', { workerData: task })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  if (outcome.ok) return outcome.value
  throw new Refusal(outcome.failure.code, outcome.failure.message, outcome.failure.details)
}
