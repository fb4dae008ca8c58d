import { create } from 'zustand'

export type DialogName =
  | 'go-to'
  | 'flagged'
  | 'equal'
  | 'paste'
  | 'import'
  | 'export'
  | 'keys'
  | 'projects'
  | 'describe'
  | 'collect'
  | 'assign'
  | 'collection'
  | 'columns'
  | 'library-work'
  | 'settings'
  | 'palette'
  | 'tour'
  | 'tag-hits'
  | 'codebook'
  | 'merge'
  | 'share'
  | 'about'
  | 'moved'
  | 'backups'
  | 'recovered'
  | 'decide-by-rule'
  | 'feedback'
  | 'protect'
  | 'unprotect'

/** The dialog that is open; at most one is. */
export const useDialog = create<{ readonly open: DialogName | null }>(() => ({ open: null }))

/** Those that are of this computer, and not of the project that is open. */
const OF_THE_COMPUTER: ReadonlySet<DialogName> = new Set([
  'keys',
  'projects',
  'settings',
  'palette',
  'tour',
  'about',
])

/** Closes one that is of a project which is not open any more. */
export function closeDialogOfProject(): void {
  const { open } = useDialog.getState()
  if (open !== null && !OF_THE_COMPUTER.has(open)) closeDialog()
}

export const openDialog = (name: DialogName): void => useDialog.setState({ open: name })
export const closeDialog = (): void => useDialog.setState({ open: null })
