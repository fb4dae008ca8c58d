import { chmodSync, existsSync, statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { Refusal } from '#app/failure'
import { partialPath } from '#main/export/write-whole'
import { problems } from '../check.ts'
import { openCipher, openDatabase } from '../connection.ts'
import { putWhole, removeDatabase } from '../copy-whole.ts'
import { asRawKey, type ProjectKey } from './project-key.ts'

/**
 * Writes a project, which nobody has open, anew in its place under another key, or none: whole or not at all, checked, and
 * synced to the disk. Whoever kills the process leaves the one or the other. Throws a refusal: `damaged`, `disk`, `busy`.
 *
 * @param onWritten is told now and then how much is written; what it throws stops the work, and nothing was changed
 */
export function rewrite(
  path: string,
  from: ProjectKey | undefined,
  to: ProjectKey | undefined,
  onWritten: (bytes: number) => void = () => {},
): void {
  onWritten(0)
  const partial = partialPath(path)
  try {
    bringIntoOneFile(path, from)
    copyUnder(path, from, partial, to, onWritten)
    const wrong = problemIn(partial, to)
    if (wrong !== undefined) throw new Error(`what was written is not whole: ${wrong}`)
    assertAlone(path)
    // Who may read it is as it was.
    chmodSync(partial, statSync(path).mode)
    putWhole(partial, path)
  } finally {
    removeDatabase(partial)
  }
}

/** A log of changes that stayed beside the file would be taken for one of the file that comes in its place. */
function bringIntoOneFile(path: string, key: ProjectKey | undefined): void {
  const db = openDatabase(path, { mustExist: true, key })
  try {
    const [wrong] = problems(db, 'quick')
    if (wrong !== undefined)
      throw new Refusal(
        'damaged',
        `The project is damaged (${wrong}). Recover it first; nothing was changed.`,
      )
    db.pragma('wal_checkpoint(truncate)')
  } finally {
    // The last one that closes it takes the log away.
    db.close()
  }
  assertAlone(path)
}

function assertAlone(path: string): void {
  if (existsSync(`${path}-wal`) || existsSync(`${path}-journal`))
    throw new Refusal('busy', 'Another program has the project open. Close it there and try again.')
}

function problemIn(path: string, key: ProjectKey | undefined): string | undefined {
  const db = openDatabase(path, { readonly: true, key })
  try {
    return problems(db, 'quick')[0]
  } finally {
    db.close()
  }
}

/** Copies table by table, as `sqlcipher_export` does: copies of pages, and VACUUM, cannot change the key. */
function copyUnder(
  from: string,
  key: ProjectKey | undefined,
  target: string,
  to: ProjectKey | undefined,
  onWritten: (bytes: number) => void,
): void {
  const db = to ? openDatabase(target, { key: to }) : openCipher(target, {})
  try {
    // Nobody reads it before it is whole; it is synced then.
    for (const setting of [
      'journal_mode = off',
      'synchronous = off',
      'temp_store = memory',
      'foreign_keys = off',
    ])
      db.pragma(setting)
    // The tables behind a full-text index are written like others.
    db.unsafeMode(true)
    db.prepare('attach ? as source key ?').run(from, key ? asRawKey(key) : '')
    tellOfRows(db, () => onWritten(statSync(target).size))
    copySchemaAndRows(db)
    for (const name of ['application_id', 'user_version'])
      db.pragma(`${name} = ${db.pragma(`source.${name}`, { simple: true })}`)
    db.exec('detach source')
  } finally {
    db.close()
  }
}

/** Rows between two words of how far a copy has come. */
const ROWS = 4096

/** Makes `told()` a condition that every row fulfils, and with every so many of them calls `onRows`. */
function tellOfRows(db: Database, onRows: () => void): void {
  let rows = 0
  db.function('told', { deterministic: false }, () => {
    if (++rows % ROWS === 0) onRows()
    return 1
  })
}

interface Entry {
  readonly type: string
  readonly name: string
  readonly sql: string
  /** 0 of what has no rows of its own: triggers, and a full-text index, whose rows are in the tables behind it. */
  readonly rootpage: number
}

function copySchemaAndRows(db: Database): void {
  const entries = db
    .prepare<[], Entry>(
      "select type, name, sql, rootpage from source.sqlite_schema where sql is not null and name not like 'sqlite!_%' escape '!'",
    )
    .all()
  const tables = entries.filter(({ type, rootpage }) => type === 'table' && rootpage > 0)
  db.transaction(() => {
    for (const { sql } of tables) db.exec(sql)
    for (const { name } of tables)
      db.exec(`insert into main."${name}" select * from source."${name}" where told()`)
    for (const { sql } of entries.filter(({ type }) => type === 'index')) db.exec(sql)
    db.pragma('writable_schema = on')
    db.exec('insert into main.sqlite_schema select * from source.sqlite_schema where rootpage = 0')
    db.pragma('writable_schema = reset')
  })()
}
