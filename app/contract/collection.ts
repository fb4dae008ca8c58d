import { z } from 'zod'
import { Collection } from '../model/collection.ts'
import { CollectionId } from '../model/ids.ts'
import { call, nothing, step } from './call.ts'
import type { Step } from './library.ts'

export interface CountedCollection extends Collection {
  /** How many articles are in it; those in the bin count there only. */
  readonly articles: number
}

export interface Collections {
  /** In the order of their names. */
  readonly collections: readonly CountedCollection[]
  /** How many articles are in the bin. */
  readonly binned: number
}

const name = Collection.unwrap().shape.name

export const collectionCalls = {
  'collection.list': call<Collections>()(nothing),
  /** Makes a collection. Articles come in by `library.bulk`. */
  'collection.create': step<Step>()(z.strictObject({ collection: CollectionId, name })),
  'collection.rename': step<Step>()(z.strictObject({ collection: CollectionId, name })),
  /** Its articles stay where they are. */
  'collection.remove': step<Step>()(z.strictObject({ collection: CollectionId })),
} as const
