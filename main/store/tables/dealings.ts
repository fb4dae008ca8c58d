import type { Database } from 'better-sqlite3'
import type { Dealing } from '#app/model/dealing'
import { plainTable } from './table.ts'

interface DealingRow extends Omit<Dealing, 'to' | 'terms' | 'blind'> {
  readonly to: string
  readonly terms: string
  readonly blind: number
}

const COLUMNS = ['id', 'by', 'at', 'to', 'terms', 'articles', 'blind', 'opened'] as const

const fromRow = ({ to, terms, blind, ...row }: DealingRow): Dealing => ({
  ...row,
  to: JSON.parse(to),
  terms: JSON.parse(terms),
  blind: blind === 1,
})

export function dealingTable(db: Database) {
  const all = db.prepare<[], DealingRow>(
    `select ${COLUMNS.map(column => `"${column}"`).join(', ')} from dealings order by at, id`,
  )
  return {
    ...plainTable<'dealing', DealingRow>(db, {
      name: 'dealings',
      columns: COLUMNS,
      key: ['id'],
      toRow: ({ to, terms, blind, ...dealing }) => ({
        ...dealing,
        to: JSON.stringify(to),
        terms: JSON.stringify(terms),
        blind: blind ? 1 : 0,
      }),
      fromRow,
    }),
    /** All dealings, the oldest first. */
    all: (): Dealing[] => all.all().map(fromRow),
  }
}
