import { create } from 'zustand'
import { showView } from '../shell/view-store.ts'

interface RegisterState {
  /** The list that is shown: the attribute of a link, `board` or `names`; null for the first. */
  readonly tab: string | null
}

/** What of the register is shown; kept while the person is elsewhere. */
export const useRegister = create<RegisterState>(() => ({ tab: null }))

export const BOARD = 'board'
export const NAMES = 'names'

export const showTab = (tab: string): void => useRegister.setState({ tab })

/** Goes to a list of the register. */
export function goToTab(tab: string): void {
  showTab(tab)
  showView('register')
}
