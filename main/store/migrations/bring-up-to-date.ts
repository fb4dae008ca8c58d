import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { copyWholeAtOnce } from '../copy-whole.ts'
import { MIGRATIONS, migrate, schemaVersion } from './migrations.ts'

/** Brings a project that its one user opens up to this version; how it was before stays beside it, as a copy. */
export function bringUpToDate(db: Database, path: string, steps = MIGRATIONS): void {
  const version = schemaVersion(db, steps.length)
  if (version < steps.length) keepCopy(db, path, version)
  migrate(db, steps)
}

function keepCopy(db: Database, path: string, version: number): void {
  const name = `${basename(path, '.assay')} (before update from version ${version}).assay`
  const copy = join(dirname(path), name)
  if (existsSync(copy)) return
  copyWholeAtOnce(db, copy)
}
