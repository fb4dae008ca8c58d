import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { partialPath, syncFolder } from '#main/export/write-whole'
import { assertWhole } from './check.ts'

/**
 * Copies a project as it stands into one file of its own, checked, whole or not at all, and synced to the disk. In slices
 * of a few pages, so nothing waits for it. What was at the target is replaced.
 *
 * @param check how the copy is looked at: `assertSound` where nobody may wait for a large one
 */
export async function copyWhole(db: Database, target: string, check = assertWhole): Promise<void> {
  const partial = begun(target)
  try {
    await db.backup(partial)
    assertCopied(partial, check)
    put(partial, target)
  } finally {
    removeDatabase(partial)
  }
}

/** The same at once, where nobody waits yet, and unchecked: for a schema of any version. */
export function copyWholeAtOnce(db: Database, target: string): void {
  const partial = begun(target)
  try {
    db.prepare('vacuum into ?').run(partial)
    put(partial, target)
  } finally {
    removeDatabase(partial)
  }
}

/** Removes a file of SQLite with what may stand beside it. */
export function removeDatabase(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
}

function begun(target: string): string {
  mkdirSync(dirname(target), { recursive: true })
  return partialPath(target)
}

function assertCopied(path: string, check: typeof assertWhole): void {
  const copy = new SQLite(path)
  try {
    // Nothing beside it is needed to read it, nor left by who does.
    copy.pragma('journal_mode = delete')
    check(copy, path)
  } finally {
    copy.close()
  }
}

function put(partial: string, target: string): void {
  const file = openSync(partial, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(partial, target)
  syncFolder(dirname(target))
}
