import type { Database } from 'better-sqlite3'
import type { Edition } from '#app/model/edition'
import { plainTable } from './table.ts'

interface EditionRow extends Omit<Edition, 'labels' | 'attributes'> {
  readonly labels: string
  readonly attributes: string
}

const COLUMNS = ['id', 'version', 'by', 'at', 'reason', 'labels', 'attributes'] as const

const fromRow = (row: EditionRow): Edition => ({
  ...row,
  labels: JSON.parse(row.labels),
  attributes: JSON.parse(row.attributes),
})

export function editionTable(db: Database) {
  const all = db.prepare<[], EditionRow>(`select ${COLUMNS.join(', ')} from editions order by at, id`)
  const hasVersion = db
    .prepare<[string], number>('select exists (select 1 from editions where version = ?)')
    .pluck()
  const ofVersion = db.prepare<[string], EditionRow>(
    `select ${COLUMNS.join(', ')} from editions where version = ? order by at, id limit 1`,
  )
  const any = db.prepare<[], number>('select exists (select 1 from editions)').pluck()
  return {
    ...plainTable<'edition', EditionRow>(db, {
      name: 'editions',
      columns: COLUMNS,
      key: ['id'],
      toRow: edition => ({
        ...edition,
        labels: JSON.stringify(edition.labels),
        attributes: JSON.stringify(edition.attributes),
      }),
      fromRow,
    }),
    /** Whether any edition says what a codebook of this version does. */
    hasVersion: (version: string): boolean => hasVersion.get(version) === 1,
    /** What a codebook of this version says; undefined where no edition has it. */
    ofVersion(version: string): Edition | undefined {
      const row = ofVersion.get(version)
      return row && fromRow(row)
    },
    /** Whether there is none. */
    isEmpty: (): boolean => any.get() === 0,
    /** All editions, the oldest first. */
    all: (): Edition[] => all.all().map(fromRow),
  }
}
