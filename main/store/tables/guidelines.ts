import type { Database } from 'better-sqlite3'
import type { Guideline } from '#app/model/guideline'
import { plainTable } from './table.ts'

export function guidelineTable(db: Database) {
  return plainTable<'guideline', Guideline>(db, {
    name: 'guidelines',
    columns: ['id', 'text', 'codebook', 'by', 'at'],
    key: ['id'],
    toRow: guideline => guideline,
    fromRow: row => row,
  })
}
