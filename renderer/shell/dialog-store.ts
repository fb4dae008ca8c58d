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

export const openDialog = (name: DialogName): void => useDialog.setState({ open: name })
export const closeDialog = (): void => useDialog.setState({ open: null })
