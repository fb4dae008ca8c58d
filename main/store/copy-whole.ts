import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { partialPath, syncFolder } from '#main/export/write-whole'
import { assertWhole } from './check.ts'
import { keyOf, openDatabase } from './connection.ts'
import { type Pause, unwatched } from './pause.ts'
import type { ProjectKey } from './protection/project-key.ts'

export interface Copying {
  /** How the copy is looked at: `assertSound` where nobody may wait for a large one. */
  readonly check?: typeof assertWhole
  /** Is told of pages; not of a protected one. */
  readonly pause?: Pause | undefined
}

/**
 * Copies a project as it stands into one file of its own, checked, whole or not at all, and synced to the disk. In slices
 * of a few pages, so nothing waits for it; a protected one, whose copy has the same key, at once. What was at the target
 * is replaced. Throws what `pause` does, and leaves what was at the target then.
 */
export async function copyWhole(
  db: Database,
  target: string,
  { check = assertWhole, pause = unwatched }: Copying = {},
): Promise<void> {
  const partial = begun(target)
  try {
    const key = keyOf(db)
    if (key) copyProtected(db, key, partial)
    else await copyInSlices(db, partial, pause)
    assertCopied(partial, key, check)
    putWhole(partial, target)
  } finally {
    removeDatabase(partial)
  }
}

/** The same at once, where nobody waits yet, and unchecked: for a schema of any version. */
export function copyWholeAtOnce(db: Database, target: string): void {
  const partial = begun(target)
  try {
    db.prepare('vacuum into ?').run(partial)
    putWhole(partial, target)
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

/** SQLite copies pages between files of one key only where both are open; this way it makes the file itself. */
function copyProtected(db: Database, key: ProjectKey, target: string): void {
  // A connection that reads the project as it was when it began cannot do it.
  const own = db.inTransaction ? openDatabase(db.name, { readonly: true, key }) : undefined
  try {
    const from = own ?? db
    from.prepare('vacuum into ?').run(target)
  } finally {
    own?.close()
  }
}

/** Pages that are copied at a time. */
const SLICE = 100

async function copyInSlices(db: Database, target: string, pause: Pause): Promise<void> {
  await db.backup(target, {
    progress({ totalPages, remainingPages }) {
      pause(totalPages - remainingPages, totalPages)
      return SLICE
    },
  })
}

function assertCopied(path: string, key: ProjectKey | undefined, check: typeof assertWhole): void {
  const copy = openDatabase(path, { mustExist: true, key })
  try {
    // Nothing beside it is needed to read it, nor left by who does.
    copy.pragma('journal_mode = delete')
    check(copy, path)
  } finally {
    copy.close()
  }
}

/** Puts a whole file in the place of another, or where none is, synced to the disk. */
export function putWhole(partial: string, target: string): void {
  const file = openSync(partial, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(partial, target)
  syncFolder(dirname(target))
}
