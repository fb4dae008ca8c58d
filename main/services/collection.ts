import type { Services, Step } from '#app/contract'
import { Refusal } from '#app/failure'
import { BIN, type Collection } from '#app/model/collection'
import type { CollectionId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'

type CollectionCalls = 'collection.create' | 'collection.rename' | 'collection.remove'

export function collectionServices(application: Application): Pick<Services, CollectionCalls> {
  /** Puts a collection as `of` makes it, or (null) removes it. */
  async function write(id: CollectionId, of: (store: Store) => Collection | null): Promise<Step> {
    const step = await application.whenFree((store, by) => {
      const edits = [{ kind: 'collection', id, after: of(store) }] as const
      const written = store.write({ by, action: 'collect', edits })
      return { seq: written?.seq ?? null }
    })
    if (step.seq !== null) application.changed([])
    return step
  }

  return {
    'collection.create': ({ collection: id, name }) =>
      write(id, store => {
        // That it is there under this name says that it was asked for before.
        const there = id === BIN.id ? BIN : store.tables.collection.get(id)
        if (there && there.name !== name)
          throw new Refusal('exists', 'Another collection has this id. Try again.')
        return { id, name, dealtTo: null }
      }),
    'collection.rename': ({ collection, name }) =>
      write(collection, store => ({ ...collectionWithId(store, collection), name })),
    'collection.remove': ({ collection }) =>
      write(collection, store => collectionWithId(store, collection) && null),
  }
}

/** Throws a refusal where there is none. */
function collectionWithId({ tables }: Store, id: CollectionId): Collection {
  const collection = tables.collection.get(id)
  if (collection) return collection
  throw new Refusal('not-found', 'The collection is no longer in this project. Choose another one.')
}
