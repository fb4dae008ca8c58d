/** What the backups of a project hold, and how one is put in its place. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Backup, BackupContent } from '#app/contract'
import { Refusal } from '#app/failure'
import { partialPath } from '#main/export/write-whole'
import { backupsOf, inBackup, openBackup, timeIn } from './backup.ts'
import { problems } from './check.ts'
import { copyWhole, putWhole, removeDatabase } from './copy-whole.ts'
import { isSqlite } from './disk.ts'
import { openProject } from './open.ts'
import { type Pause, unwatched } from './pause.ts'
import { isOtherwiseProtected, type ProjectKey } from './protection/project-key.ts'

/** What there is to restore, the newest first, and what each holds. */
export function describeBackups(path: string, key?: ProjectKey): Backup[] {
  return backupsOf(path)
    .reverse()
    .map(one => ({
      name: basename(one),
      made: new Date(timeIn(one) ?? 0).toISOString(),
      bytes: statSync(one).size,
      content: inBackup(one, key, contentOf) ?? null,
      otherwiseProtected: isOtherwiseProtected(key, one),
    }))
}

/** How much a project has, by itself. Throws where it cannot be read. */
export function contentOf(db: Database): BackupContent {
  const count = db.prepare<[], number>('select count(*) from articles').pluck()
  const work = db.prepare<[], { name: string; annotations: number }>(`
    select p.name, count(*) as annotations from annotations a join annotators p on p.id = a.annotator
    group by p.id order by annotations desc, p.name`)
  const last = db.prepare<[], { seq: number; at: string }>(
    'select seq, at from changes order by seq desc limit 1',
  )
  const { seq = 0, at = null } = last.get() ?? {}
  return { articles: count.get() ?? 0, annotators: work.all(), changes: seq, lastChange: at }
}

/** The path of a backup by its name. Throws a refusal (`not-found`) where there is none. */
export function backupNamed(path: string, name: string): string {
  const found = backupsOf(path).find(one => basename(one) === name)
  if (found) return found
  throw new Refusal('not-found', `There is no backup “${name}”. Look at the list again.`)
}

/**
 * Puts a backup in the place of a project that nobody has open. What was there is kept: as a backup where it can be
 * read, else as it is, under another name beside it. Throws a refusal: `damaged` where the backup is not whole,
 * `needs-passphrase` where it is protected and the key not its. Throws what `pause` does, and has left the
 * project as it was then.
 *
 * @param key of the project, or of the backup where the project cannot be read
 * @returns where what was there is kept; undefined where a backup of it was there already, or nothing
 */
export async function restore(
  path: string,
  name: string,
  at: Date,
  key?: ProjectKey,
  pause: Pause = unwatched,
): Promise<string | undefined> {
  return withBackup(path, name, key, async backup => {
    const standing = existsSync(path) ? await backUpStanding(path, key, at) : undefined
    // Opening the project would have removed it before.
    const copy = partialPath(path)
    try {
      await copyWhole(backup, copy, { pause })
      const kept = standing?.isDamaged ? setAside(path, at) : standing?.backup
      putWhole(copy, path)
      return kept
    } finally {
      removeDatabase(copy)
    }
  })
}

/** Copies a backup to another place. Throws a refusal: `exists`, or `damaged` where the backup is not whole. */
export async function copyBackup(
  path: string,
  name: string,
  target: string,
  key?: ProjectKey,
  pause: Pause = unwatched,
): Promise<void> {
  if (existsSync(target)) throw new Refusal('exists', `${target} is there already. Choose another name.`)
  await withBackup(path, name, key, backup => copyWhole(backup, target, { pause }))
}

async function withBackup<T>(
  path: string,
  name: string,
  key: ProjectKey | undefined,
  work: (backup: Database) => Promise<T>,
): Promise<T> {
  const backup = openBackup(backupNamed(path, name), key)
  try {
    const wrong = problemIn(backup)
    if (wrong === undefined) return await work(backup)
    throw new Refusal(
      'damaged',
      `This backup is damaged itself (${wrong}). Choose another one; nothing was changed.`,
    )
  } finally {
    backup.close()
  }
}

/** What is wrong with a backup; undefined where it is whole. */
function problemIn(backup: Database): string | undefined {
  try {
    return problems(backup, 'quick')[0]
  } catch (error) {
    // Some damage SQLite does not report, but stumbles over.
    if (isSqlite(error)) return error.message
    throw error
  }
}

/** Backs up the project that stands where a backup is to come, as far as it is not damaged. */
async function backUpStanding(
  path: string,
  key: ProjectKey | undefined,
  at: Date,
): Promise<{ readonly isDamaged: boolean; readonly backup?: string | undefined }> {
  try {
    const store = openProject(path, { key })
    try {
      return { isDamaged: false, backup: await store.backUp(at) }
    } finally {
      store.close()
    }
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'damaged' && error.code !== 'unreadable')) throw error
    return { isDamaged: true }
  }
}

/** Gives a damaged project another name, with its log of changes. */
function setAside(path: string, at: Date): string {
  const stamp = at.toISOString().replace(/[:.]/g, '-')
  const aside = join(dirname(path), `${basename(path, '.assay')} (damaged, ${stamp}).assay`)
  renameSync(path, aside)
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`)
  rmSync(`${path}-shm`, { force: true })
  return aside
}
