import { create } from 'zustand'
import { showView } from '../shell/view-store.ts'

/** The tab that is shown, by its id; null for the first. Kept while the person is elsewhere. */
export const useTeam = create<{ readonly tab: string | null }>(() => ({ tab: null }))

export const showTeamTab = (tab: string): void => useTeam.setState({ tab })

/** Goes to a tab of the view "Team". */
export function goToTeamTab(tab: string): void {
  showTeamTab(tab)
  showView('team')
}
