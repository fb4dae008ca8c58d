import type { Database } from 'better-sqlite3'
import { Refusal } from '#app/failure'
import { foundation } from './001-foundation.ts'

/** `application_id` of a project file: "Assy" in ASCII, so that `file` and others can tell it. */
export const APPLICATION_ID = 0x41737379

/** In order; the schema version of a project is how many have run. A released one is never edited. */
export const MIGRATIONS: readonly string[] = [foundation]

/** The schema version that this Assay writes. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** The version of a project file's schema: 0 for an empty file. Refuses what is no project, or a newer one. */
export function schemaVersion(db: Database, known = SCHEMA_VERSION): number {
  const version = db.pragma('user_version', { simple: true }) as number
  const id = db.pragma('application_id', { simple: true }) as number
  const empty = db.prepare('select count(*) = 0 from sqlite_schema').pluck().get() === 1
  if (empty && version === 0) return 0
  if (id !== APPLICATION_ID) {
    throw new Refusal(
      'unreadable',
      'This file is a database, but no Assay project. Choose a file that Assay made.',
    )
  }
  if (version > known) {
    throw new Refusal(
      'newer-version',
      'This project was written by a newer version of Assay. Install that version to open it; nothing was changed.',
      { version, known },
    )
  }
  return version
}

/** Brings a project up to this version, each step in a transaction of its own. */
export function migrate(db: Database, steps = MIGRATIONS): void {
  for (let version = schemaVersion(db, steps.length); version < steps.length; version++) {
    db.transaction(() => {
      db.exec(steps[version] ?? '')
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${version + 1}`)
    }).immediate()
  }
}

/** The tables, indices and so on of a schema, as SQL by name: what a project has to look like inside. */
export function schemaOf(db: Database): Map<string, string> {
  const rows = db
    .prepare("select type || ' ' || name as name, sql from sqlite_schema where sql is not null order by 1")
    .all() as { name: string; sql: string }[]
  return new Map(rows.map(row => [row.name, row.sql]))
}
