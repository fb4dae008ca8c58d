import type { Database } from 'better-sqlite3'
import type { Identity } from '#app/model/identity'
import { plainTable } from './table.ts'

export function identityTable(db: Database) {
  const all = db.prepare<[], Identity>(
    'select annotator, person, name, at from identities order by annotator, person',
  )
  return {
    ...plainTable<'identity', Identity>(db, {
      name: 'identities',
      columns: ['annotator', 'person', 'name', 'at'],
      key: ['annotator', 'person'],
      toRow: identity => identity,
      fromRow: row => row,
      keyOf(id) {
        const [annotator = '', person = ''] = id.split('/')
        return { annotator, person }
      },
    }),
    /** All that was said, by annotator. */
    all: (): Identity[] => all.all(),
  }
}
