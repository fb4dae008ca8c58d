import { create } from 'zustand'
import { type Session, type UndoState, workOf } from '#app/contract'
import type { Failure } from '#app/failure'
import type { Codebook } from '#app/model/codebook'
import type { Label } from '#app/model/label'
import { call, currentWork, followSteps, on, workOn } from '../door.ts'
import { followContrast, takePreferences } from '../settings/preferences-store.ts'
import { leaveField } from '../ui/leave-field.ts'

/** Who works here and with which project; null until main has answered. */
interface SessionState {
  readonly session: Session | null
  readonly failure: Failure | null
  readonly undo: UndoState
}

const NOTHING_DONE: UndoState = { undo: null, redo: null, step: null }

export const useSession = create<SessionState>(() => ({
  session: null,
  failure: null,
  undo: NOTHING_DONE,
}))

const EMPTY_CODEBOOK: Codebook = { labels: [], attributes: [] }

export const codebook = (): Codebook => useSession.getState().session?.project?.codebook ?? EMPTY_CODEBOOK
export const useCodebook = (): Codebook =>
  useSession(state => state.session?.project?.codebook ?? EMPTY_CODEBOOK)

/** What is worked on here, and whose layer it is: where it is another, views begin anew. Undefined without a project. */
export const workIn = (session: Session | null): string | undefined =>
  session?.project ? workOf(session.project.opening, session.annotator) : undefined

/** The labels that can be given, in their order. */
export const activeLabels = (): readonly Label[] => codebook().labels.filter(label => !label.retired)

/** Whether a project waits for its passphrase, and none is open meanwhile. */
export function isLocked(): boolean {
  const { session } = useSession.getState()
  return session?.project === null && session.locked !== null
}

/** Whether the project of this window is locked, and will be there again: what was being changed of it waits. */
export const isLockedAway = (): boolean =>
  isLocked() && useSession.getState().session?.locked?.wasOpen === true

export function takeSession(session: Session): void {
  const work = workIn(session) ?? ''
  // What is being written in a field belongs to what was open until now.
  if (work !== currentWork()) leaveField()
  workOn(work)
  useSession.setState({ session, failure: null, undo: session.project?.undo ?? NOTHING_DONE })
}

/** Asks main once more, where it does not take what is open here for what is open. */
export async function refreshSession(): Promise<void> {
  const outcome = await call('session.state', {})
  if (outcome.ok) takeSession(outcome.value)
}

/** Asks main who works here, and follows it from then on. */
export async function startSession(): Promise<void> {
  on('session', takeSession)
  followSteps(undo => useSession.setState({ undo }))
  followContrast()
  const outcome = await call('session.state', {})
  if (outcome.ok) {
    await takePreferences(outcome.value.preferences)
    takeSession(outcome.value)
  } else useSession.setState({ failure: outcome.failure })
}
