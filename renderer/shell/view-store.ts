import { create } from 'zustand'

/** What fills the window below the bar. */
export type View = 'read' | 'search' | 'register' | 'codebook' | 'team'

export const useView = create<{ readonly view: View }>(() => ({ view: 'read' }))

export const currentView = (): View => useView.getState().view
export const showView = (view: View): void => useView.setState({ view })
