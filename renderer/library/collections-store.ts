/** The collections of the project, with the number of their articles. */
import { create } from 'zustand'
import type { Collections, CountedCollection } from '#app/contract'
import { BIN } from '#app/model/collection'
import type { CollectionId } from '#app/model/ids'
import { secondReadingOf } from '#app/model/second-reading'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'

export const useCollections = create<Collections>(() => ({ collections: [], binned: 0 }))

let asked = 0

/** Asks how they stand now; of several questions at once the last is answered. */
export async function refreshCollections(): Promise<void> {
  const mine = ++asked
  const outcome = await call('collection.list', {})
  if (mine === asked && outcome.ok) useCollections.setState(outcome.value)
}

/** What a collection is called: that of what was dealt to somebody, by who that is. */
export function collectionName({ name, dealtTo }: CountedCollection): string {
  if (dealtTo === null) return name
  const me = useSession.getState().session?.person.id
  if (me && dealtTo === secondReadingOf(me)) return say('library.to-read-again')
  return dealtTo === me ? say('library.dealt-to-me') : say('library.dealt-to', { name })
}

/** The name of a collection by its id; empty for one that is no longer there. */
export function nameOfCollection(id: CollectionId): string {
  if (id === BIN.id) return say('library.bin')
  const found = useCollections.getState().collections.find(one => one.id === id)
  return found ? collectionName(found) : ''
}
