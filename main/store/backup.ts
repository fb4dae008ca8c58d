/**
 * Rolling backups: a copy of the project as each of the last sessions found it, in a folder beside it. Made
 * with SQLite's backup API, so a copy is whole even while somebody writes.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'

const KEPT = 5

export const backupFolder = (path: string): string => `${path}-backups`

/** The backups of a project, oldest first, as paths. */
export function backupsOf(path: string): string[] {
  const folder = backupFolder(path)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.assay'))
    .sort()
    .map(name => join(folder, name))
}

/**
 * Copies the project, unless nothing was changed since the newest copy, and removes the oldest beyond five.
 * Runs in slices of a few pages, so nothing waits for it.
 *
 * @returns the path of the new backup; undefined where none was needed
 */
export async function backUp(db: Database.Database, path: string, at: Date): Promise<string | undefined> {
  const newest = backupsOf(path).at(-1)
  if (newest && lastChange(newest) === changesIn(db)) return undefined
  mkdirSync(backupFolder(path), { recursive: true })
  const stamp = at.toISOString().replace(/[:.]/g, '-')
  const target = join(backupFolder(path), `${basename(path, '.assay')} ${stamp}.assay`)
  const partial = join(backupFolder(path), 'unfinished.partial')
  rmSync(partial, { force: true })
  await db.backup(partial)
  renameSync(partial, target)
  for (const old of backupsOf(path).slice(0, -KEPT)) rmSync(old, { force: true })
  return target
}

const changesIn = (db: Database.Database): unknown => db.prepare('select max(seq) from changes').pluck().get()

/** The last change that a backup holds; undefined where it cannot be read. */
function lastChange(backup: string): unknown {
  try {
    const db = new Database(backup, { readonly: true, fileMustExist: true })
    try {
      return changesIn(db)
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}
