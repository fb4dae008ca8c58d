import type { Database } from 'better-sqlite3'
import type { Annotator } from '#app/model/annotator'
import { plainTable } from './table.ts'

export function annotatorTable(db: Database) {
  const all = db.prepare<[], Annotator>('select id, name from annotators order by name, id')
  const named = db.prepare<[string], Annotator>('select id, name from annotators where name = ? order by id')
  return {
    ...plainTable<'annotator', Annotator>(db, {
      name: 'annotators',
      columns: ['id', 'name'],
      key: ['id'],
      toRow: annotator => annotator,
      fromRow: row => row,
    }),
    all: (): Annotator[] => all.all(),
    /** All who bear this very name: none, one, or more. */
    named: (name: string): Annotator[] => named.all(name),
  }
}
