import type { Database } from 'better-sqlite3'
import type { Version } from '#app/exchange/version'
import type { Kind, Records } from '#app/model/record'

/** How the records of one kind are kept. Only the write function puts and removes; the rest of the house reads. */
export interface Table<K extends Kind> {
  get(id: string): Records[K] | undefined
  /** The record and which version of it that is. */
  version(id: string): Version<K> | undefined
  /** Inserts or replaces, within the caller's transaction. */
  put(record: Records[K], revision: string, seen: readonly string[]): void
  remove(id: string): void
}

interface Shape<R, Row> {
  readonly name: string
  /** The columns of a row, apart from `revision` and `seen`. */
  readonly columns: readonly (keyof Row & string)[]
  readonly key: readonly (keyof Row & string)[]
  toRow(record: R): Row
  fromRow(row: Row): R
  /** Columns that a new row gets besides, by SQL that may name its values (`@id`). Read by nobody as part of the record. */
  readonly placed?: Readonly<Record<string, string>>
  /** The values of the key columns for an id; by default the id is the one key column. */
  keyOf?(id: string): Record<string, string | number>
}

/** A table with one row for each record. `Row` is what SQLite gives: the schema's STRICT types hold it to that. */
export function plainTable<K extends Kind, Row extends object>(
  db: Database,
  shape: Shape<Records[K], Row>,
): Table<K> {
  const keyOf = shape.keyOf ?? (id => ({ [shape.key[0] ?? 'id']: id }))
  const columns = [...shape.columns, 'revision', 'seen']
  const { placed = {} } = shape
  const where = shape.key.map(column => `"${column}" = @${column}`).join(' and ')
  const others = columns.filter(column => !shape.key.some(key => key === column))
  const select = db.prepare<object, Row>(
    `select ${shape.columns.map(quoted).join(', ')} from ${shape.name} where ${where}`,
  )
  const selectVersion = db.prepare<object, { revision: string; seen: string }>(
    `select revision, seen from ${shape.name} where ${where}`,
  )
  const remove = db.prepare<object>(`delete from main.${shape.name} where ${where}`)
  const upsert = db.prepare<object>(`
    insert into main.${shape.name} (${[...columns, ...Object.keys(placed)].map(quoted).join(', ')})
    values (${[...columns.map(column => `@${column}`), ...Object.values(placed)].join(', ')})
    on conflict (${shape.key.map(quoted).join(', ')}) do update
    set ${others.map(column => `"${column}" = excluded."${column}"`).join(', ')}`)
  return {
    get: id => {
      const row = select.get(keyOf(id))
      return row && shape.fromRow(row)
    },
    version: id => {
      const key = keyOf(id)
      const row = select.get(key)
      const version = row && selectVersion.get(key)
      return (
        version && { ...version, seen: seenList(version.seen), deleted: false, record: shape.fromRow(row) }
      )
    },
    put: (record, revision, seen) => {
      upsert.run({ ...shape.toRow(record), revision, seen: seen.join(' ') })
    },
    remove: id => {
      remove.run(keyOf(id))
    },
  }
}

/** Revisions as a column holds them: with a blank between. */
export const seenList = (column: string): string[] => (column === '' ? [] : column.split(' '))

const quoted = (column: string): string => `"${column}"`
