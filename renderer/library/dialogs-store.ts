/** What the dialogs of the library are about. */
import { create } from 'zustand'
import type { ArticleId, CollectionId } from '#app/model/ids'
import { reading } from '../reader/reader-store.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { useChosen } from './selection-store.ts'

interface LibraryDialogs {
  /** The article that is described. */
  readonly article: ArticleId | null
  /** The collection that is renamed; null for a new one. */
  readonly collection: CollectionId | null
}

export const useLibraryDialogs = create<LibraryDialogs>(() => ({ article: null, collection: null }))

/** Describes an article: this one, else the only one that is chosen, else the one that is read. */
export function beginDescribing(article?: ArticleId): void {
  const { chosen } = useChosen.getState()
  const [only, ...others] = chosen.all ? [] : chosen.some
  const one = article ?? (others.length === 0 ? only : undefined) ?? reading()?.article.id
  if (!one) return
  useLibraryDialogs.setState({ article: one })
  openDialog('describe')
}

export function beginNaming(collection: CollectionId | null): void {
  useLibraryDialogs.setState({ collection })
  openDialog('collection')
}
