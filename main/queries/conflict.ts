import { conflictOf, conflictsIn, ownSessions, type RecordKey } from '#main/exchange/conflicts'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

export function conflictQueries(store: Store): Queries<'conflict.count' | 'conflict.list'> {
  let known: { readonly seq: number; readonly keys: readonly RecordKey[] } | undefined

  /** Found once for each state of the project. */
  function keys(): readonly RecordKey[] {
    const seq = store.lastChange()
    if (known?.seq !== seq) known = { seq, keys: conflictsIn(store) }
    return known.keys
  }

  return {
    'conflict.count': () => keys().length,
    'conflict.list': ({ offset, limit }) => {
      const all = keys()
      const own = all.length > 0 ? ownSessions(store) : new Set<string>()
      return {
        total: all.length,
        conflicts: all.slice(offset, offset + limit).map(key => conflictOf(store, key, own)),
      }
    },
  }
}
