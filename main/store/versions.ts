/**
 * The versions of records: the one that shows stands in the table of its kind, or as a tombstone; those that stand
 * against it are kept beside, until somebody decides. See app/exchange/version.ts.
 */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { contentRevision, likeness, seenAfter, type Version } from '#app/exchange/version'
import { canonical } from '#app/model/canonical'
import { type Kind, ofKind, type Records } from '#app/model/record'
import { seenList } from './tables/table.ts'
import { type Tables, tableOf } from './tables/tables.ts'

interface TombstoneRow {
  readonly revision: string
  readonly seen: string
  readonly last: string
}

interface SiblingRow {
  readonly revision: string
  readonly seen: string
  readonly deleted: number
  readonly value: string
}

export type Versions = ReturnType<typeof versionKeeper>

export function versionKeeper(db: Database, tables: Tables) {
  const tombstone = db.prepare<[string, string], TombstoneRow>(
    'select revision, seen, last from tombstones where kind = ? and record = ?',
  )
  const bury = db.prepare(
    'insert or replace into main.tombstones (kind, record, revision, seen, last) values (?, ?, ?, ?, ?)',
  )
  const exhume = db.prepare<[string, string], { revision: string; seen: string }>(
    'delete from main.tombstones where kind = ? and record = ? returning revision, seen',
  )
  const siblings = db.prepare<[string, string], SiblingRow>(
    'select revision, seen, deleted, value from siblings where kind = ? and record = ? order by revision desc',
  )
  const forgetSiblings = db.prepare('delete from main.siblings where kind = ? and record = ?')
  const addSibling = db.prepare(
    'insert into main.siblings (kind, record, revision, seen, deleted, value) values (?, ?, ?, ?, ?, ?)',
  )

  const used = (id: string) => {
    const found = ['annotations', 'reviews', 'decisions'].map(
      table => `exists (select 1 from ${table} where article = ${id})`,
    )
    return `(${found.join(' or ')})`
  }
  // Somebody has divided its sentences otherwise, and did not know that it went.
  const mended = (id: string) =>
    `exists (select 1 from segmentations where article = ${id}
      and not exists (select 1 from tombstones b where b.kind = 'segmentation' and b.record = ${id}))`
  const stands = `case t.kind
    when 'article' then exists (select 1 from articles where id = t.record)
    when 'segmentation' then exists (select 1 from segmentations where article = t.record)
    when 'label' then exists (select 1 from labels where id = t.record)
    end`
  const needed = `case t.kind
    when 'label' then exists (select 1 from annotations where label = t.record)
    when 'article' then ${used('t.record')} or ${mended('t.record')}
    when 'segmentation' then ${used('t.record')}
      or exists (select 1 from articles a where a.id = t.record
        and not exists (select 1 from tombstones b where b.kind = 'article' and b.record = a.id))
    end`
  const leaning = `from tombstones t where t.kind in ('article', 'label', 'segmentation') and`
  // Articles before their segmentations, and the other way when they go.
  const leantOn = db.prepare<[], { kind: Kind; revision: string; last: string }>(
    `select kind, revision, last ${leaning} not ${stands} and ${needed} order by kind`,
  )
  const leftOver = db.prepare<[], { kind: Kind; record: string }>(
    `select kind, record ${leaning} ${stands} and not ${needed} order by kind desc`,
  )

  /** The version of a deleted record; undefined where it was never there, or is there. */
  function buried(kind: Kind, id: string): Version | undefined {
    const row = tombstone.get(kind, id)
    return (
      row && { revision: row.revision, seen: seenList(row.seen), deleted: true, record: JSON.parse(row.last) }
    )
  }

  function exhumed(kind: Kind, id: string): Pick<Version, 'revision' | 'seen'> | undefined {
    const row = exhume.get(kind, id)
    return row && { revision: row.revision, seen: seenList(row.seen) }
  }

  const standing = (kind: Kind, id: string): Version[] =>
    siblings.all(kind, id).map(({ revision, seen, deleted, value }) => ({
      ...{ revision, seen: seenList(seen) },
      ...{ deleted: deleted === 1, record: JSON.parse(value) },
    }))

  return {
    /** All versions of a record, the one that shows first; none where it was never there. */
    of(kind: Kind, id: string): Version[] {
      // A deleted article or label stands in its table as long as something leans on it.
      const shown = buried(kind, id) ?? tableOf(tables, kind).version(id)
      return shown ? [shown, ...standing(kind, id)] : []
    },

    /** Makes these the versions of a record, the first one to show; none, and it is as if it had never been. */
    install(kind: Kind, id: string, [shown, ...others]: readonly Version[]): void {
      const table = tableOf(tables, kind)
      exhume.run(kind, id)
      forgetSiblings.run(kind, id)
      if (!shown || shown.deleted) {
        if (table.get(id)) table.remove(id)
      } else table.put(shown.record, shown.revision, shown.seen)
      if (shown?.deleted)
        bury.run(kind, id, shown.revision, shown.seen.join(' '), JSON.stringify(shown.record))
      for (const { revision, seen, deleted, record } of others)
        addSibling.run(kind, id, revision, seen.join(' '), deleted ? 1 : 0, JSON.stringify(record))
    },

    /**
     * Lets deleted articles and labels stand where something leans on them, and go where nothing does any more. What
     * stands is then the same whatever the order in which versions came.
     */
    settle(): void {
      for (const { kind, revision, last } of leantOn.all())
        tableOf(tables, kind).put(JSON.parse(last), revision, [])
      for (const { kind, record } of leftOver.all()) tableOf(tables, kind).remove(record)
    },

    /**
     * The version that follows on all of these, and so stands alone.
     *
     * @param after null where the record goes away. @param revision names it, unless anybody would make it alike
     */
    after(kind: Kind, before: readonly Version[], after: Records[Kind] | null, revision: string): Version {
      const [shown] = before
      const record = after ?? shown?.record
      if (!record) throw new Error('a record that was never there cannot be deleted')
      return {
        revision: shown ? revision : firstRevision(kind, record, revision),
        seen: seenAfter(...before),
        deleted: after === null,
        record,
      }
    },

    /** Puts or removes a record, as a version that comes after the one that shows. Others still stand against it. */
    succeed(
      kind: Kind,
      id: string,
      after: Records[Kind] | null,
      before: Version | undefined,
      revision: string,
    ): void {
      const table = tableOf(tables, kind)
      const prior = before ?? exhumed(kind, id)
      const seen = prior ? seenAfter(prior) : []
      if (after) {
        table.put(after, prior ? revision : firstRevision(kind, after, revision), seen)
        if (before && (kind === 'article' || kind === 'label')) exhume.run(kind, id)
      } else if (before) {
        table.remove(id)
        bury.run(kind, id, revision, seen.join(' '), JSON.stringify(before.record))
      }
    },
  }
}

/** The revision of a record that was never there: of its content where anybody would make it alike. */
function firstRevision(kind: Kind, record: Records[Kind], revision: string): string {
  const alike = likeness(ofKind(kind, record))
  if (!alike) return revision
  return contentRevision(
    createHash('sha256')
      .update(`${kind} ${canonical(alike)}`)
      .digest('hex'),
  )
}
