/** How the person has arranged the library on this computer: the columns, and the filters that they saved. */
import { create } from 'zustand'
import {
  DEFAULT_COLUMNS,
  type LibrarySettings,
  type LibrarySettingsChange,
} from '#app/model/library-settings'
import { call } from '../door.ts'
import { notify } from '../shell/notices.ts'

export const useArrangement = create<LibrarySettings>(() => ({ columns: DEFAULT_COLUMNS, filters: [] }))

/** Asks how it is for the open project. */
export async function refreshArrangement(): Promise<void> {
  const outcome = await call('library.settings', {})
  if (outcome.ok) useArrangement.setState(outcome.value)
}

/** Arranges it otherwise; what is not named stays. */
export async function arrange(change: LibrarySettingsChange): Promise<void> {
  useArrangement.setState(({ columns, filters }) => ({
    columns: change.columns ?? columns,
    filters: change.filters ?? filters,
  }))
  const outcome = await call('library.arrange', change)
  if (!outcome.ok) notify(outcome.failure.message, { tone: 'bad' })
}
