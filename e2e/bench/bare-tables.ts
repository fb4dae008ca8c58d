/** The limit of a durable tag: the same rows in tables that have nothing but their columns and a primary key. */
import Database from 'better-sqlite3'
import type { Annotation } from '#app/model/annotation'
import type { Store } from '#main/store/store'

type Row = Readonly<Record<string, string | number | null>>

/** The rows that a change wrote, by table, and the annotation that it removed. */
interface Written {
  readonly rows: Readonly<Record<string, readonly Row[]>>
  readonly removed: string | undefined
}

export interface BareTables {
  /** For the connection's settings; see durable-tag.ts. */
  readonly db: Database.Database
  /** What the store wrote last. */
  rowsOfLastChange(after: Annotation, before: Annotation | undefined): Written
  /** Writes rows in one transaction; they are on the disk when it returns. */
  commit(written: Written): void
}

const PRIMARY_KEYS = {
  annotations: 'id',
  changes: 'seq',
  history: 'change, place',
  tombstones: 'kind, record',
  progress: 'article, annotator',
} as const

/** Makes the tables in a file of their own, with the columns that they have in the store. */
export function bareTables(path: string, store: Store): BareTables {
  const db = new Database(path)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  const inserts = new Map(
    Object.entries(PRIMARY_KEYS).map(([table, key]) => {
      const columns = (store.db.pragma(`table_info(${table})`) as { name: string; type: string }[]).map(
        column => ({ name: `"${column.name}"`, type: column.type, value: `@${column.name}` }),
      )
      const rowid = key === 'seq' ? '' : ' without rowid'
      const declared = columns.map(({ name, type }) => `${name} ${type}`).join(', ')
      db.exec(`create table ${table} (${declared}, primary key (${key}))${rowid}`)
      const values = columns.map(({ value }) => value).join(', ')
      return [table, db.prepare(`insert or replace into ${table} values (${values})`)]
    }),
  )
  const remove = db.prepare('delete from annotations where id = ?')
  const read = {
    annotations: store.db.prepare<[string], Row>('select * from annotations where id = ?'),
    changes: store.db.prepare<[], Row>('select * from changes order by seq desc limit 1'),
    history: store.db.prepare<[], Row>(
      'select * from history where change = (select max(seq) from changes) order by place',
    ),
    tombstones: store.db.prepare<[string | undefined], Row>('select * from tombstones where record = ?'),
    progress: store.db.prepare<[string, string], Row>(
      'select * from progress where article = ? and annotator = ?',
    ),
  }
  return {
    db,
    rowsOfLastChange: (after, before) => ({
      removed: before?.id,
      rows: {
        annotations: read.annotations.all(after.id),
        changes: read.changes.all(),
        history: read.history.all(),
        tombstones: before ? read.tombstones.all(before.id) : [],
        progress: read.progress.all(after.article, after.annotator),
      },
    }),
    commit: db.transaction(({ rows, removed }: Written) => {
      if (removed) remove.run(removed)
      for (const [table, written] of Object.entries(rows)) {
        for (const row of written) inserts.get(table)?.run(row)
      }
    }).immediate,
  }
}
