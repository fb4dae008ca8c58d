/**
 * One project, one opener. The lock is SQLite's own lock on an empty file beside the project, held as long as
 * the process lives: the system releases it however the process ends, so there is never a stale one.
 */
import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '#app/failure'
import { diskRefusal } from './disk.ts'

export interface Lock {
  release(): void
}

/** Takes the lock of a project. Throws a refusal (`busy`) where another window or command has it. */
export function lockProject(path: string): Lock {
  const lockPath = `${path}-lock`
  for (;;) {
    const before = touch(lockPath)
    const held = hold(lockPath, path)
    // Whoever held it before us removes the file; a lock on a file that is no longer there would lock nobody out.
    if (before !== undefined && statSync(lockPath, { throwIfNoEntry: false })?.ino === before)
      return { release: () => release(held, lockPath) }
    held.close()
  }
}

/** Makes the file where it is missing; answers which file it is. */
function touch(lockPath: string): number | undefined {
  try {
    // One that is there is not opened: closing it again would let go of a lock that this process has on it.
    closeSync(openSync(lockPath, 'wx'))
  } catch (error) {
    if (!isThere(error)) throw diskRefusal(error, lockPath) ?? error
  }
  return statSync(lockPath, { throwIfNoEntry: false })?.ino
}

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

function hold(lockPath: string, path: string): Database.Database {
  const db = new Database(lockPath, { timeout: 0 })
  try {
    db.exec('begin exclusive')
    return db
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new Refusal(
        'busy',
        `${basename(path)} is open in another Assay window or command. Close it there and try again.`,
      )
    }
    // Nobody has it: what was made for it goes again.
    rmSync(lockPath, { force: true })
    throw diskRefusal(error, path) ?? error
  }
}

function release(held: Database.Database, lockPath: string): void {
  try {
    rmSync(lockPath, { force: true })
  } catch {
    // Windows does not remove an open file. An empty file that nobody locks does no harm.
  }
  held.close()
}
