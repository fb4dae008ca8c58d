import { create } from 'zustand'
import type { Place } from '../commands/command.ts'

/** What fills the window below the bar. */
export type View = 'read' | 'search' | 'register' | 'codebook' | 'team' | 'agreement' | 'adjudication'

export const useView = create<{ readonly view: View }>(() => ({ view: 'read' }))

export const currentView = (): View => useView.getState().view
export const showView = (view: View): void => useView.setState({ view })

const PLACES: Partial<Readonly<Record<View, Place>>> = { read: 'reading', adjudication: 'deciding' }

/** What is done in the current view, where it has keys of its own. */
export const currentPlace = (): Place | null => PLACES[currentView()] ?? null
