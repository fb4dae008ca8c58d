import type { Database } from 'better-sqlite3'
import { TABLE_OF } from '#main/exchange/entries'
import type { SalvagedRow } from './salvage.ts'

type Values = SalvagedRow['values']

const KIND_OF = new Map(Object.entries(TABLE_OF).map(([kind, { table }]) => [table, kind]))

/**
 * Puts salvaged rows into the tables of an empty project, each by itself: what the schema does not take is left out.
 * Of stray rows the latest counts, and only where no other is there and the record was not deleted.
 *
 * @returns how many rows the schema did not take
 */
export function gather(db: Database, rows: readonly SalvagedRow[]): number {
  const insert = inserter(db)
  const standing = new Set<string>()
  const buried = new Set<string>()
  let refused = 0
  const take = (row: SalvagedRow) => {
    if (!insert(row)) refused++
    else if (row.table === 'tombstones') buried.add(`${row.values.kind} ${row.values.record}`)
    else standing.add(recordOf(row))
  }
  const stray = rows.filter(row => row.isStray).sort(latestFirst)
  db.transaction(() => {
    for (const row of rows) if (!row.isStray) take(row)
    for (const row of stray) {
      const isBurial = row.table === 'tombstones'
      if (isBurial && !standing.has(`${row.values.kind} ${row.values.record}`)) take(row)
    }
    for (const row of stray) if (row.table !== 'tombstones' && !buried.has(recordOf(row))) take(row)
  }).immediate()
  return refused
}

const latestFirst = (a: SalvagedRow, b: SalvagedRow): number =>
  String(a.values.revision ?? '') < String(b.values.revision ?? '') ? 1 : -1

/** The kind and id of the record that a row is; the table's name for what is none. */
function recordOf({ table, values }: SalvagedRow): string {
  const kind = KIND_OF.get(table)
  return kind === undefined ? table : `${kind} ${idIn(table, values)}`
}

function idIn(table: string, { id, article, annotator, start, end, collection }: Values): unknown {
  switch (table) {
    case 'reviews':
      return `${article}/${annotator}/${start}-${end}`
    case 'decisions':
      return `${article}/${start}-${end}`
    case 'memberships':
      return `${collection}/${article}`
    default:
      return id ?? article
  }
}

/** Inserts a row. @returns false where it is not as the schema wants it; one that is there already stays */
function inserter(db: Database): (row: SalvagedRow) => boolean {
  const statements = new Map<string, ReturnType<Database['prepare']>>()
  return ({ table, values }) => {
    const columns = Object.keys(values)
    const statement =
      statements.get(table) ??
      db.prepare(
        `insert into ${table} (${columns.map(one => `"${one}"`).join(', ')})
        values (${columns.map(one => `@${one}`).join(', ')}) on conflict do nothing`,
      )
    statements.set(table, statement)
    try {
      statement.run(values)
      return true
    } catch {
      return false
    }
  }
}
