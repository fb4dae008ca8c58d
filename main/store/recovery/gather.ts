import type { Kind } from '#app/model/record'
import { TABLE_OF } from '#main/exchange/entries'
import type { Store } from '../store.ts'
import { tableOf } from '../tables/tables.ts'
import type { SalvagedRow } from './salvage.ts'

type Values = SalvagedRow['values']

// Its keys are the kinds.
const KIND_OF = new Map(Object.entries(TABLE_OF).map(([kind, { table }]) => [table, kind as Kind]))

/** A stray row that waits. */
interface Waiting {
  readonly name: string
  readonly row: string
}

export interface Gathered<T> {
  readonly result: T
  /** How many rows the schema did not take. */
  readonly refused: number
}

/**
 * Puts salvaged rows into the tables of an empty project, each by itself: what the schema does not take is left out.
 * Of stray rows the latest counts, and only where no other is there and the record was not deleted; they wait in a
 * table, so that nothing has to be held in memory.
 *
 * @param work gives the rows to what it is called with
 */
export function gather<T>(store: Store, work: (take: (row: SalvagedRow) => void) => T): Gathered<T> {
  const { db } = store
  db.exec(`create temp table stray (key integer primary key, name text not null, revision text not null, row text not null);
    create temp table turns (turn integer primary key, stray integer not null);`)
  const insert = inserter(store)
  const wait = db.prepare('insert into stray (name, revision, row) values (?, ?, ?)')
  const giveTurns = db.prepare(
    `insert into turns (stray) select key from stray order by name <> 'tombstones', revision desc, key`,
  )
  const atTurn = db.prepare<[number], Waiting>(
    'select s.name, s.row from turns t join stray s on s.key = t.stray where t.turn = ?',
  )
  const buried = db.prepare<[string, string], number>(
    'select 1 from tombstones where kind = ? and record = ?',
  )
  let refused = 0

  function take({ table, values, isStray }: SalvagedRow): void {
    if (isStray) wait.run(table, String(values.revision ?? ''), JSON.stringify(values))
    else if (!insert(table, values)) refused++
  }

  function takeBurial(values: Values): void {
    const kind = String(values.kind) as Kind // as its form told
    if (!isThere(store, kind, String(values.record)) && !insert('tombstones', values)) refused++
  }

  function takeOther(table: string, values: Values): void {
    const kind = KIND_OF.get(table)
    if (kind !== undefined && buried.get(kind, idIn(table, values)) !== undefined) return
    if (!insert(table, values)) refused++
  }

  const result = store.together(() => work(take))
  store.together(() => {
    // Burials before all others.
    const last = giveTurns.run().changes
    for (let turn = 1; turn <= last; turn++) {
      const waiting = atTurn.get(turn)
      if (!waiting) continue
      const values: Values = JSON.parse(waiting.row) // as it was put there
      if (waiting.name === 'tombstones') takeBurial(values)
      else takeOther(waiting.name, values)
    }
  })
  return { result, refused }
}

/** Whether the table of a kind has a record, be it one that cannot be read. */
function isThere({ tables }: Store, kind: Kind, id: string): boolean {
  try {
    return tableOf(tables, kind).get(id) !== undefined
  } catch {
    return true
  }
}

function idIn(table: string, { id, article, annotator, start, end, collection, person }: Values): string {
  switch (table) {
    case 'reviews':
      return `${article}/${annotator}/${start}-${end}`
    case 'decisions':
      return `${article}/${start}-${end}`
    case 'memberships':
      return `${collection}/${article}`
    case 'identities':
      return `${annotator}/${person}`
    default:
      return String(id ?? article)
  }
}

/** Inserts a row. @returns false where it is not as the schema wants it; one that is there already stays */
function inserter({ db }: Store): (table: string, values: Values) => boolean {
  const statements = new Map<string, ReturnType<typeof db.prepare>>()
  return (table, values) => {
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
