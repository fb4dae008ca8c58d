import type { Database } from 'better-sqlite3'
import { TABLE_OF } from '#main/exchange/entries'
import { DERIVED } from './salvage.ts'

/** What stands although it was deleted, because something leans on it. */
const LEANING = new Set(['article', 'label', 'segmentation'])

/** Of what points to other rows, only what still has them. */
const ONLY: Readonly<Record<string, string>> = {
  history: 'where change in (select seq from main.changes)',
  arrived: 'where arrival in (select key from main.arrivals)',
  // Of articles whose import was undone: the history can bring them back. Others came with their articles.
  texts: 'where article in (select record from tombstones)',
}

/** A text comes last among those that there are: its old place may be another one's now. */
const COLUMNS: Readonly<Record<string, string>> = { texts: 'article, length, text' }

function insertOf(table: string): string {
  const columns = COLUMNS[table]
  return `insert or ignore into main.${table} ${columns ? `(${columns})` : ''}
    select ${columns ?? '*'} from salvaged.${table} ${ONLY[table] ?? ''}`
}

/** Copies what is no record from the attached `salvaged`: history, tombstones, what was sent and received, places. */
export function copyRest(db: Database): void {
  const records = new Set(Object.values(TABLE_OF).map(({ table }) => table))
  const tables = db
    .prepare<[], string>("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all()
    .filter(name => !records.has(name) && !DERIVED.test(name))
  // Those that others point to come first.
  const first = ['arrivals', 'changes', 'tombstones']
  for (const table of [...first, ...tables.filter(name => !first.includes(name))]) db.exec(insertOf(table))
  // An undo whose step is lost can be taken for one no more, nor done again.
  db.exec(
    'update changes set reverts = null, state = 2 where reverts is not null and reverts not in (select seq from changes)',
  )
  for (const [kind, { table, id }] of Object.entries(TABLE_OF)) {
    if (!LEANING.has(kind))
      db.prepare(`delete from tombstones where kind = ? and record in (select ${id} from ${table})`).run(kind)
  }
}
