/**
 * What of the open project is not saved by itself: the draft of the codebook. It would go with the project, and where it
 * is shown, undo takes back its steps first.
 */
import { create } from 'zustand'
import { say } from '../messages/messages.ts'
import { currentView, useView, type View } from './view-store.ts'

interface Draft {
  /** Whether there is something to save. */
  readonly isChanged: boolean
  /** Takes its last step back; null where there is none. */
  readonly undo: (() => void) | null
  /** Does the last step again that was taken back; null where there is none. */
  readonly redo: (() => void) | null
}

export const NO_DRAFT: Draft = { isChanged: false, undo: null, redo: null }

export const useDraft = create<Draft>(() => NO_DRAFT)

/** Says what is to be done before the project goes; null where nothing waits. */
export const unsaved = (): string | null =>
  useDraft.getState().isChanged ? say('codebook.unsaved-first') : null

/** The draft, where it is shown and has steps; else undefined. */
export const steppedDraft = (): Draft | undefined => shown(currentView(), useDraft.getState())

export function useSteppedDraft(): Draft | undefined {
  const view = useView(state => state.view)
  return shown(view, useDraft())
}

const shown = (view: View, draft: Draft): Draft | undefined =>
  view === 'codebook' && (draft.undo || draft.redo) ? draft : undefined
