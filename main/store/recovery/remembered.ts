import type { Database } from 'better-sqlite3'
import type { Version } from '#app/exchange/version'
import { GOLD } from '#app/model/annotator'
import type { Action, Kind, Records } from '#app/model/record'
import { SET_ACTIONS } from '../write-versions.ts'

export type Remembered = Pick<Version, 'revision' | 'seen'> & { readonly record: Records[Kind] }

interface Entry {
  readonly after: string | null
  readonly revision: string | null
  readonly action: Action | null
}

/** What the history has of each record last. */
export function rememberedIn(db: Database) {
  // Of the row with the greatest change: so SQLite takes columns beside max().
  const last = db.prepare<[string, string], Entry & { change: number }>(`
    select max(h.change) as change, h.after, c.revision, c.action
    from history h left join changes c on c.seq = h.change where h.kind = ? and h.record = ?`)
  const ids = db
    .prepare<[string], string>('select distinct record from history where kind = ? and after is not null')
    .pluck()
  db.exec('create index if not exists history_by_record on history (kind, record, change)')

  /** A record, if it was there last; undefined where it was deleted, or the history cannot tell. */
  const remembered = (kind: Kind, id: string): Remembered | undefined => {
    const entry = last.get(kind, id)
    if (!entry?.after) return undefined
    const after: unknown = JSON.parse(entry.after)
    if (entry.action && SET_ACTIONS.has(entry.action)) return shownOf(after)
    // What the history keeps of a record; the caller checks it against the schema.
    return { revision: entry.revision ?? EARLIEST, seen: [], record: after as Records[Kind] }
  }
  /** The records that were there last, as far as the history can tell. */
  remembered.ids = (kind: Kind): string[] => ids.all(kind).filter(id => remembered(kind, id) !== undefined)
  return remembered
}

const EARLIEST = `${'0'.repeat(12)}-0000-${GOLD.id}-${'0'.repeat(12)}`

function shownOf(versions: unknown): Remembered | undefined {
  if (!Array.isArray(versions)) return undefined
  const [first] = versions as Version[] // as a merge wrote them
  return first && !first.deleted ? first : undefined
}
