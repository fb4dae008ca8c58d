/** Leads the focus into the library, for commands. */
import { create } from 'zustand'

/** Whether what the filter says can be seen and changed. */
export const useFilterPanel = create<{ readonly open: boolean }>(() => ({ open: false }))

export const openFilterPanel = (): void => useFilterPanel.setState({ open: true })

export const focusFilter = (): void => document.getElementById('library-filter')?.focus()

/** To the row that had the focus last, else to the article that is read. */
export const focusList = (): void =>
  document.querySelector<HTMLElement>('.library-viewport [tabindex="0"]')?.focus()
