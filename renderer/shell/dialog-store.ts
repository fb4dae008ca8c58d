import { create } from 'zustand'

export type DialogName =
  | 'paste'
  | 'import'
  | 'export'
  | 'keys'
  | 'projects'
  | 'person'
  | 'describe'
  | 'collect'
  | 'assign'
  | 'collection'
  | 'columns'
  | 'library-work'

/** The dialog that is open; at most one is. */
export const useDialog = create<{ readonly open: DialogName | null }>(() => ({ open: null }))

export const openDialog = (name: DialogName): void => useDialog.setState({ open: name })
export const closeDialog = (): void => useDialog.setState({ open: null })
