/** How a merge writes: whole sets of versions, of which the history keeps what was before and what is after. */
import type { Database } from 'better-sqlite3'
import { isByContent, type Version } from '#app/exchange/version'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import type { Action, Kind } from '#app/model/record'
import { nextRevision } from './clock.ts'
import { type Derived, Stale } from './derived.ts'
import type { Versions } from './versions.ts'

/** Changes whose history holds sets of versions instead of records. */
export const SET_ACTIONS: ReadonlySet<Action> = new Set(['merge', 'resolve-conflict'])

export interface SetChange {
  readonly by: AnnotatorId
  readonly action: Action
  readonly group?: GroupId | undefined
  readonly reverts?: number
  /** True for what is no step of the person's own: undo passes it over, and what they undid can still be done again. */
  readonly aside?: boolean | undefined
}

/** A change that is being written, record by record, within the caller's transaction. */
export interface OpenChange {
  /** Names a version that the change itself makes: later than all that the project has seen. */
  revision(): string
  put(kind: Kind, id: string, before: readonly Version[], after: readonly Version[]): void
  /** Brings up to date what is derived. @returns its place in the sequence of changes; undefined where nothing changed */
  end(): number | undefined
}

export function setWriter(
  db: Database,
  versions: Versions,
  derived: Derived,
  now: () => number,
  session: string,
  assertInPlace: () => void,
): (change: SetChange) => OpenChange {
  const lastRevision = db
    .prepare<[], string>('select revision from changes order by seq desc limit 1')
    .pluck()
  const addChange = db.prepare(
    'insert into changes (revision, annotator, action, at, "group", reverts, aside) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const setRevision = db.prepare('update changes set revision = ? where seq = ?')
  const addHistory = db.prepare(
    'insert into history (change, place, kind, record, before, after) values (?, ?, ?, ?, ?, ?)',
  )
  const abandonUndone = db.prepare(
    'update changes set state = 2 where annotator = ? and state = 1 and reverts is null and aside = 0',
  )

  return ({ by, action, group, reverts, aside = false }) => {
    const stale = new Stale()
    let latest = lastRevision.get() ?? ''
    let place = 0
    let seq: number | undefined

    function begun(): number {
      assertInPlace()
      const time = now()
      const at = new Date(time).toISOString()
      const revision = nextRevision(latest || undefined, time, by, session)
      const { lastInsertRowid } = addChange.run(
        revision,
        by,
        action,
        at,
        group ?? null,
        reverts ?? null,
        aside ? 1 : 0,
      )
      return Number(lastInsertRowid)
    }

    return {
      revision() {
        latest = nextRevision(latest || undefined, now(), by, session)
        return latest
      },
      put(kind, id, before, after) {
        seq ??= begun()
        versions.install(kind, id, after)
        addHistory.run(seq, place++, kind, id, setJson(before), setJson(after))
        noteSets(stale, kind, before, after)
        for (const { revision } of after) if (!isByContent(revision) && revision > latest) latest = revision
      },
      end() {
        if (seq === undefined) return undefined
        // Later than all that the project has seen now.
        setRevision.run(nextRevision(latest, now(), by, session), seq)
        if (reverts === undefined && !aside) abandonUndone.run(by)
        stale.refresh(derived)
        return seq
      },
    }
  }
}

/** Whatever a version says may have been counted, and may be counted now. */
function noteSets(stale: Stale, kind: Kind, before: readonly Version[], after: readonly Version[]): void {
  if (kind === 'label') stale.note(kind, shown(before), shown(after))
  else for (const { record } of [...before, ...after]) stale.note(kind, record, record)
}

const shown = ([first]: readonly Version[]) => (first && !first.deleted ? first.record : null)

const setJson = (versions: readonly Version[]): string | null =>
  versions.length === 0 ? null : JSON.stringify(versions)
