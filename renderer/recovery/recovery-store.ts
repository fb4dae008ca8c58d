/** The recovery of a project that could not be opened. */
import { create } from 'zustand'
import type { Recovery } from '#app/contract'
import { call } from '../door.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { takeSession } from '../shell/session-store.ts'

interface RecoveryState {
  readonly working: boolean
  readonly problem: string | null
  /** What became of the last one; null before. */
  readonly done: Recovery | null
}

export const useRecovery = create<RecoveryState>(() => ({ working: false, problem: null, done: null }))

/** Recovers the damaged project into a new file, opens that, and says what became of it. */
export async function recover(): Promise<void> {
  useRecovery.setState({ working: true, problem: null })
  const outcome = await call('backup.recover', {})
  useRecovery.setState({ working: false })
  if (!outcome.ok) return useRecovery.setState({ problem: outcome.failure.message })
  useRecovery.setState({ done: outcome.value })
  takeSession(outcome.value.session)
  openDialog('recovered')
}
