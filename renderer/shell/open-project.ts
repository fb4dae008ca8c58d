/** Going to another project, by whichever way. */
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { leaveField } from '../ui/leave-field.ts'
import { notify } from './notices.ts'
import { allSaved, useOutbox } from './outbox.ts'
import { isLocked, takeSession } from './session-store.ts'
import { unsaved } from './unsaved.ts'

/**
 * Sees to it that nothing goes with the project that is open.
 *
 * @returns null once all is saved; else what is to be done first, in words
 */
export async function readyToLeave(): Promise<string | null> {
  leaveField()
  const first = unsaved()
  if (first !== null) return first
  const { waiting } = useOutbox.getState()
  if (waiting > 0 && isLocked()) return say('protection.waiting', { count: waiting })
  const why = await allSaved()
  return why && say('shell.unsent-first', { why })
}

/** Opens a project in the place of the one that is open; null: the host asks which. */
export async function openProject(path: string | null): Promise<void> {
  const first = await readyToLeave()
  if (first !== null) return notify(first, { tone: 'bad' })
  const outcome = await call('project.open', { path })
  // The window asks for a passphrase itself.
  if (!outcome.ok && outcome.failure.code === 'needs-passphrase') return
  if (!outcome.ok) notify(outcome.failure.message, { tone: 'bad' })
  else if (outcome.value) takeSession(outcome.value)
}
