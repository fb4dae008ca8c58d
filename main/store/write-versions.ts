/** How a merge writes: whole sets of versions, of which the history keeps what was before and what is after. */
import type { Database } from 'better-sqlite3'
import { isByContent, type Version } from '#app/exchange/version'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import type { Action, Kind } from '#app/model/record'
import { nextRevision } from './clock.ts'
import type { progressKeeper } from './progress.ts'
import type { Versions } from './versions.ts'

/** Changes whose history holds sets of versions instead of records. */
export const SET_ACTIONS: ReadonlySet<Action> = new Set(['merge', 'resolve-conflict'])

export interface SetChange {
  readonly by: AnnotatorId
  readonly action: Action
  readonly group?: GroupId | undefined
  readonly reverts?: number
}

/** A change that is being written, record by record, within the caller's transaction. */
export interface OpenChange {
  put(kind: Kind, id: string, before: readonly Version[], after: readonly Version[]): void
  /** Brings up to date what is derived. @returns its place in the sequence of changes; undefined where nothing changed */
  end(): number | undefined
}

export function setWriter(
  db: Database,
  versions: Versions,
  progress: ReturnType<typeof progressKeeper>,
  now: () => number,
  session: string,
): (change: SetChange) => OpenChange {
  const lastRevision = db
    .prepare<[], string>('select revision from changes order by seq desc limit 1')
    .pluck()
  const addChange = db.prepare(
    'insert into changes (revision, annotator, action, at, "group", reverts) values (?, ?, ?, ?, ?, ?)',
  )
  const setRevision = db.prepare('update changes set revision = ? where seq = ?')
  const addHistory = db.prepare(
    'insert into history (change, place, kind, record, before, after) values (?, ?, ?, ?, ?, ?)',
  )
  const abandonUndone = db.prepare(
    'update changes set state = 2 where annotator = ? and state = 1 and reverts is null',
  )

  return ({ by, action, group, reverts }) => {
    const stale = new Map<string, Set<string>>()
    const segmented = new Set<string>()
    let latest = lastRevision.get() ?? ''
    let place = 0
    let seq: number | undefined

    function begun(): number {
      const time = now()
      const at = new Date(time).toISOString()
      const revision = nextRevision(latest || undefined, time, by, session)
      const { lastInsertRowid } = addChange.run(revision, by, action, at, group ?? null, reverts ?? null)
      return Number(lastInsertRowid)
    }

    function noteStale(kind: Kind, id: string, sets: readonly Version[]): void {
      for (const { record } of sets) {
        if ((kind === 'annotation' || kind === 'review') && 'annotator' in record)
          stale.set(record.article, (stale.get(record.article) ?? new Set()).add(record.annotator))
        else if (kind === 'segmentation') segmented.add(id)
      }
    }

    return {
      put(kind, id, before, after) {
        seq ??= begun()
        versions.install(kind, id, after)
        addHistory.run(seq, place++, kind, id, setJson(before), setJson(after))
        noteStale(kind, id, [...before, ...after])
        for (const { revision } of after) if (!isByContent(revision) && revision > latest) latest = revision
      },
      end() {
        if (seq === undefined) return undefined
        // Later than all that the project has seen now.
        setRevision.run(nextRevision(latest, now(), by, session), seq)
        if (reverts === undefined) abandonUndone.run(by)
        for (const article of segmented)
          stale.set(article, new Set([...(stale.get(article) ?? []), ...progress.annotatorsOf(article)]))
        for (const [article, annotators] of stale)
          for (const annotator of annotators) progress.refresh(article, annotator)
        return seq
      },
    }
  }
}

const setJson = (versions: readonly Version[]): string | null =>
  versions.length === 0 ? null : JSON.stringify(versions)
