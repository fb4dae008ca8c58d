import type { Database } from 'better-sqlite3'
import type { Version } from '#app/exchange/version'
import { GOLD } from '#app/model/annotator'
import type { Kind, Records } from '#app/model/record'
import { TABLE_OF } from '#main/exchange/entries'
import { SET_ACTIONS } from '../write-versions.ts'

export type Remembered = Pick<Version, 'revision' | 'seen'> & { readonly record: Records[Kind] }

interface Entry {
  readonly after: string | null
  readonly revision: string | null
}

/** What the history has of each record last. */
export function rememberedIn(db: Database) {
  // Of the row with the greatest change: so SQLite takes columns beside max().
  const last = db.prepare<[string, string], Entry & { change: number }>(`
    select max(h.change) as change, h.after, c.revision
    from history h left join changes c on c.seq = h.change where h.kind = ? and h.record = ?`)
  db.exec('create index if not exists history_by_record on history (kind, record, change)')

  /** A record, if it was there last; undefined where it was deleted, or the history cannot tell. */
  const remembered = (kind: Kind, id: string): Remembered | undefined => {
    const entry = last.get(kind, id)
    if (!entry?.after) return undefined
    const after: unknown = JSON.parse(entry.after)
    // A merge, the decision of a conflict, and the undo of either keep all versions.
    if (Array.isArray(after)) return shownOf(after)
    // What the history keeps of a record; the caller checks it against the schema.
    return { revision: entry.revision ?? EARLIEST, seen: [], record: after as Records[Kind] }
  }
  /** The records that were there last, as far as the history can tell, and that their table has not. */
  remembered.lostIn = function* (kind: Kind): Generator<string> {
    const { table, id } = TABLE_OF[kind]
    const ids = db
      .prepare<[string], string>(`
        select distinct record from history
        where kind = ? and after is not null and record not in (select ${id} from ${table})`)
      .pluck()
    for (const one of ids.iterate(kind)) if (remembered(kind, one) !== undefined) yield one
  }
  return remembered
}

const EARLIEST = `${'0'.repeat(12)}-0000-${GOLD.id}-${'0'.repeat(12)}`

/** What stands against the records of a project, as the history has it last. */
export function* standingIn(db: Database): Generator<{ kind: Kind; id: string; versions: Version[] }> {
  const set = [...SET_ACTIONS].map(action => `'${action}'`).join(', ')
  const ofSets = (change: string) => `(${change}.action in (${set})
    or ${change}.reverts in (select seq from changes where action in (${set})))`
  const last = db.prepare<[], { kind: Kind; record: string; after: string }>(`
    select h.kind, h.record, h.after from changes c join history h on h.change = c.seq
    where ${ofSets('c')} and json_array_length(h.after) > 1 and not exists (
      select 1 from history l join changes lc on lc.seq = l.change
      where l.kind = h.kind and l.record = h.record and l.change > h.change and ${ofSets('lc')})`)
  for (const { kind, record, after } of last.iterate()) {
    const [, ...versions]: Version[] = JSON.parse(after) // as a merge wrote them
    yield { kind, id: record, versions }
  }
}

function shownOf(versions: readonly unknown[]): Remembered | undefined {
  const [first] = versions as Version[] // as a merge wrote them
  return first && !first.deleted ? first : undefined
}
