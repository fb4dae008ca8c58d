/**
 * Rolling backups: whole copies of the project, in a folder beside it. Which are kept, rotation.ts says.
 */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Refusal } from '#app/failure'
import { keyOf, openDatabase } from './connection.ts'
import { type Copying, copyWhole } from './copy-whole.ts'
import {
  isOtherwiseProtected,
  isProtected,
  needsPassphrase,
  type ProjectKey,
} from './protection/project-key.ts'
import { keptBackups } from './rotation.ts'

export const backupFolder = (path: string): string => `${path}-backups`

/** The backups of a project, oldest first, as paths. Throws a refusal (`disk`) where their folder is none. */
export function backupsOf(path: string): string[] {
  const folder = backupFolder(path)
  const standing = statSync(folder, { throwIfNoEntry: false })
  if (!standing) return []
  if (!standing.isDirectory())
    throw new Refusal(
      'disk',
      `${basename(folder)} stands where the backups belong, and is no folder. Give it another name.`,
    )
  return readdirSync(folder)
    .filter(name => timeIn(name) !== undefined)
    .sort((a, b) => (timeIn(a) ?? 0) - (timeIn(b) ?? 0))
    .map(name => join(folder, name))
}

/** When a backup was made, by its name, in milliseconds since 1970; undefined where the name is none of ours. */
export function timeIn(name: string): number | undefined {
  const [, day, hour, minute, second, part] =
    /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.assay$/.exec(basename(name)) ?? []
  const time = Date.parse(`${day}T${hour}:${minute}:${second}.${part}Z`)
  return Number.isNaN(time) ? undefined : time
}

/**
 * Copies the project, unless nothing was changed since the newest copy, and lets go those that are not kept any more.
 *
 * @returns the path of the new backup; undefined where none was needed
 */
export async function backUp(
  db: Database,
  path: string,
  at: Date,
  copying: Copying = {},
): Promise<string | undefined> {
  const newest = backupsOf(path).at(-1)
  // One that cannot be read holds nothing, and so not what the project holds.
  if (newest && inBackup(newest, keyOf(db), changesIn) === changesIn(db)) return undefined
  const stamp = at.toISOString().replace(/[:.]/g, '-')
  const target = join(backupFolder(path), `${basename(path, '.assay')} ${stamp}.assay`)
  await copyWhole(db, target, copying)
  letGo(path)
  return target
}

/** Removes what is not kept, and what a killed process left half-written. */
function letGo(path: string): void {
  const all = backupsOf(path)
  const kept = keptBackups(all.map(one => timeIn(one) ?? 0))
  const old = all.filter(one => !kept.has(timeIn(one) ?? 0))
  const halves = readdirSync(backupFolder(path)).filter(name => /\.partial(-wal|-shm|-journal)?$/.test(name))
  for (const one of [...old, ...halves.map(name => join(backupFolder(path), name))])
    rmSync(one, { force: true })
}

const changesIn = (db: Database): unknown => db.prepare('select max(seq) from changes').pluck().get()

/**
 * A connection to a backup, to be read. Throws a refusal (`needs-passphrase`) where it is protected otherwise than the
 * project.
 *
 * @param key of the project, where that is protected
 */
export function openBackup(backup: string, key: ProjectKey | undefined): Database {
  if (isOtherwiseProtected(key, backup)) throw needsPassphrase(backup)
  return openDatabase(backup, { readonly: true, key: isProtected(backup) ? key : undefined })
}

/** Looks into a backup; undefined where it cannot be read. */
export function inBackup<T>(
  backup: string,
  key: ProjectKey | undefined,
  look: (db: Database) => T,
): T | undefined {
  try {
    const db = openBackup(backup, key)
    try {
      return look(db)
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}
