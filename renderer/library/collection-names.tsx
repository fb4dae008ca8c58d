import { BIN } from '#app/model/collection'
import type { CollectionId } from '#app/model/ids'
import { nameOfCollection, useCollections } from './collections-store.ts'

/** The collections that an article is in, the bin left out. */
export function CollectionNames({ of }: { readonly of: readonly CollectionId[] }) {
  useCollections()
  const names = of.filter(one => one !== BIN.id).map(nameOfCollection)
  return <span className="article-row-line">{names.filter(Boolean).sort().join(', ')}</span>
}
