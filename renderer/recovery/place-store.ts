/** Watches whether the project file is where it was opened: with every step, and when the person comes back to the window. */
import { create } from 'zustand'
import type { Failure } from '#app/failure'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { closeDialog, openDialog, useDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { useOutbox } from '../shell/outbox.ts'
import { takeSession, useSession } from '../shell/session-store.ts'

interface PlaceState {
  /** What is to be said of a file that is gone; null while it is there. */
  readonly gone: Failure | null
  /** A copy is being saved. */
  readonly saving: boolean
  /** Why none could be. */
  readonly problem: string | null
}

export const usePlace = create<PlaceState>(() => ({ gone: null, saving: false, problem: null }))

/** Begins to watch. @returns a function that stops it */
export function watchPlace(): () => void {
  const off = useOutbox.subscribe(({ failure }) => {
    if (failure?.code !== 'moved') return
    // Once; the outbox tries again and again.
    if (usePlace.getState().gone === null) isGone(failure)
  })
  const look = () => void lookAgain()
  window.addEventListener('focus', look)
  return () => {
    off()
    window.removeEventListener('focus', look)
  }
}

function isGone(failure: Failure): void {
  usePlace.setState({ gone: failure, problem: null })
  openDialog('moved')
}

/** Asks whether the file is there. */
export async function lookAgain(): Promise<void> {
  if (!useSession.getState().session?.project) return
  const outcome = await call('project.in-place', {})
  if (outcome.ok) isBack()
  else if (outcome.failure.code === 'moved') isGone(outcome.failure)
}

function isBack(): void {
  usePlace.setState({ gone: null, problem: null })
  if (useDialog.getState().open === 'moved') closeDialog()
}

/** Saves what is open where the file was, or beside what is there now, and goes on with that. */
export async function saveCopy(): Promise<void> {
  usePlace.setState({ saving: true, problem: null })
  const outcome = await call('project.save-copy', {})
  usePlace.setState({ saving: false })
  if (!outcome.ok) return usePlace.setState({ problem: outcome.failure.message })
  if (outcome.value === null) return
  takeSession(outcome.value)
  isBack()
  notify(say('recovery.copy-saved', { name: outcome.value.project?.fileName ?? '' }))
}
