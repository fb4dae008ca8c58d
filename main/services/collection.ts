import { v7 as uuidv7 } from 'uuid'
import type { Services, Step } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Collection } from '#app/model/collection'
import { CollectionId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'

type CollectionCalls = 'collection.create' | 'collection.rename' | 'collection.remove'

export function collectionServices(application: Application): Pick<Services, CollectionCalls> {
  /** Puts a collection as `of` makes it, or (null) removes it. */
  async function write(id: CollectionId, of: (store: Store) => Collection | null): Promise<Step> {
    const step = await application.whenFree(store => {
      const edits = [{ kind: 'collection', id, after: of(store) }] as const
      const written = store.write({ by: application.annotator.id, action: 'collect', edits })
      return { seq: written?.seq ?? null }
    })
    if (step.seq !== null) application.changed([])
    return step
  }

  return {
    'collection.create': async ({ name }) => {
      const collection = { id: CollectionId.parse(uuidv7()), name, dealtTo: null }
      return { ...(await write(collection.id, () => collection)), collection }
    },
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
