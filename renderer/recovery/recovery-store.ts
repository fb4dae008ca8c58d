/** The recovery of a project that could not be opened. */
import { create } from 'zustand'
import type { Recovery } from '#app/contract'
import { call } from '../door.ts'
import { asJob, type Work } from '../jobs.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { takeSession } from '../shell/session-store.ts'

interface RecoveryState {
  /** What is under way; null for nothing. */
  readonly work: Work | null
  readonly problem: string | null
  /** What became of the last one; null before. */
  readonly done: Recovery | null
}

export const useRecovery = create<RecoveryState>(() => ({ work: null, problem: null, done: null }))

/** Recovers the damaged project into a new file, opens that, and says what became of it. */
export async function recover(): Promise<void> {
  const outcome = await asJob(
    work => useRecovery.setState({ work, problem: null }),
    job => call('backup.recover', { job }),
  )
  useRecovery.setState({ work: null })
  if (!outcome.ok) return useRecovery.setState({ problem: outcome.failure.message })
  useRecovery.setState({ done: outcome.value })
  takeSession(outcome.value.session)
  openDialog('recovered')
}
