/** The passphrase of the project: the lock, and what opens it. */
import { create } from 'zustand'
import { call } from '../door.ts'
import { asJobOnceSaved, type Work } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { leaveMark } from '../reader/reading-position.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { clearNotices, notify } from '../shell/notices.ts'
import { settled } from '../shell/outbox.ts'
import { isLocked, takeSession, useSession } from '../shell/session-store.ts'
import { importDone } from '../transfer/import-store.ts'
import { announce } from '../ui/announcer.ts'

interface ProtectionState {
  /** The project is out of sight, and being saved and locked. */
  readonly locking: boolean
  /** A passphrase is being tried. */
  readonly opening: boolean
  /** Why it did not open the project. */
  readonly problem: string | null
}

export const useProtection = create<ProtectionState>(() => ({
  locking: false,
  opening: false,
  problem: null,
}))

export const isProtected = (): boolean => useSession.getState().session?.project?.isProtected === true

/** Counts the locks that were begun: one that the person came back from goes no further. */
let begun = 0

/**
 * Takes the project out of sight, saves what is not saved yet, and has main close it and forget its key, as soon as the
 * work that runs on it is done.
 */
export async function lockNow(): Promise<void> {
  if (!isProtected() || useProtection.getState().locking) return
  const mine = ++begun
  void call('project.stay', {})
  // What is written in fields is kept as they go.
  useProtection.setState({ locking: true, problem: null })
  clearNotices()
  announce('')
  await new Promise(resolve => setTimeout(resolve))
  await leaveMark()
  await importDone()
  await settled()
  if (mine !== begun) return
  const outcome = await call('project.lock', {})
  // The project comes into sight again only where it was not locked.
  if (outcome.ok) takeSession(outcome.value)
  useProtection.setState({ locking: false })
  if (outcome.ok) return
  // Another window was the first.
  if (outcome.failure.code !== 'not-found') notify(outcome.failure.message, { tone: 'bad' })
}

/** Goes back to a project that is not locked yet. */
export function stayHere(): void {
  begun++
  useProtection.setState({ locking: false })
}

/** Opens the project that waits for its passphrase; why it did not is the problem. */
export async function unlock(passphrase: string): Promise<void> {
  useProtection.setState({ opening: true, problem: null })
  // What waits for this project is saved once it is open.
  if (!isLocked()) await settled()
  const outcome = await call('project.unlock', { passphrase })
  useProtection.setState({ opening: false, problem: outcome.ok ? null : outcome.failure.message })
  if (outcome.ok) takeSession(outcome.value)
}

/** Lets go of the project that waits for its passphrase. */
export async function leaveLocked(): Promise<void> {
  useProtection.setState({ problem: null })
  const outcome = await call('project.leave-locked', {})
  if (outcome.ok) takeSession(outcome.value)
}

/**
 * Protects the project, gives it another passphrase, or (null) removes it.
 *
 * @param show is told how far that has come
 * @returns why it was not done
 */
export async function protect(
  passphrase: string | null,
  next: string | null,
  show: (work: Work) => void,
): Promise<string | null> {
  const outcome = await asJobOnceSaved(show, job => call('project.protect', { passphrase, next, job }))
  if (!outcome.ok) return outcome.failure.message
  const { session, backups, removed, left, bare } = outcome.value
  takeSession(session)
  closeDialog()
  const parts = [
    say(next === null ? 'protection.removed' : 'protection.protected'),
    ...(backups > 0 ? [say('protection.backups-too', { count: backups })] : []),
    ...(removed > 0 ? [say('protection.backups-removed', { count: removed })] : []),
    ...(left > 0 ? [say('protection.backups-left', { count: left })] : []),
    ...(bare.length > 0 ? [say('protection.bare', { names: bare.join(', ') })] : []),
  ]
  notify(parts.join(' '), { stays: bare.length > 0 || left > 0 })
  return null
}
