/** The backups of the project, and what is done with them. */
import { create } from 'zustand'
import type { Backup, Backups } from '#app/contract'
import { call } from '../door.ts'
import { asJob, type Work } from '../jobs.ts'
import { say, sayMoment } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { readyToLeave } from '../shell/open-project.ts'
import { settled } from '../shell/outbox.ts'
import { takeSession } from '../shell/session-store.ts'

interface BackupsState {
  /** Null until they were looked into. */
  readonly found: Backups | null
  readonly problem: string | null
  /** What is under way; null for nothing. */
  readonly work: Work | null
}

const START: BackupsState = { found: null, problem: null, work: null }

export const useBackups = create<BackupsState>(() => START)

/** Looks into the backups. */
export async function lookIntoBackups(): Promise<void> {
  useBackups.setState(START)
  const outcome = await call('backup.list', {})
  useBackups.setState(outcome.ok ? { found: outcome.value } : { problem: outcome.failure.message })
}

const showWork = (work: Work): void => useBackups.setState({ work, problem: null })

/** Makes one now, if something was changed. */
export async function backUpNow(): Promise<void> {
  await settled()
  const outcome = await asJob(showWork, job => call('backup.make', { job }))
  useBackups.setState({ work: null })
  if (!outcome.ok) return useBackups.setState({ problem: outcome.failure.message })
  if (outcome.value) await lookIntoBackups()
  else notify(say('recovery.up-to-date'))
}

/** Puts a backup in the place of the project; or, beside, opens a copy of it. */
export async function restoreBackup({ name, made }: Backup, beside: boolean): Promise<void> {
  const first = await readyToLeave()
  if (first !== null) return useBackups.setState({ problem: first })
  const outcome = await asJob(showWork, job => call('backup.restore', { name, beside, job }))
  useBackups.setState({ work: null })
  if (!outcome.ok) return useBackups.setState({ problem: outcome.failure.message })
  takeSession(outcome.value)
  closeDialog()
  if (!beside) notify(say('recovery.restored', { when: sayMoment(made) }))
}
