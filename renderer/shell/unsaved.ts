/**
 * What of the open project is not saved by itself: changes of the codebook. They would go with the project, and where they
 * are shown, undo takes them back first, step by step.
 */
import { create } from 'zustand'
import { say } from '../messages/messages.ts'
import { currentView, useView, type View } from './view-store.ts'

interface Unsaved {
  /** Whether there is something to save. */
  readonly isChanged: boolean
  /** Takes the last step back; null where there is none. */
  readonly undo: (() => void) | null
  /** Does the last step again that was taken back; null where there is none. */
  readonly redo: (() => void) | null
}

export const useUnsaved = create<Unsaved>(() => ({ isChanged: false, undo: null, redo: null }))

/** Says what is to be done before the project goes; null where nothing waits. */
export const unsaved = (): string | null =>
  useUnsaved.getState().isChanged ? say('codebook.unsaved-first') : null

/** What undo takes back before the steps of the project; undefined where nothing of that is shown. */
export const unsavedInView = (): Unsaved | undefined => inView(currentView(), useUnsaved.getState())

export function useUnsavedInView(): Unsaved | undefined {
  const view = useView(state => state.view)
  return inView(view, useUnsaved())
}

const inView = (view: View, now: Unsaved): Unsaved | undefined =>
  view === 'codebook' && (now.isChanged || now.undo || now.redo) ? now : undefined
