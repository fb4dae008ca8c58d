import type { Database } from 'better-sqlite3'

/**
 * Does all of the work, or none of it: in a transaction of its own, or as a part of the one that is under way.
 * A part that throws has to be let through, so that the whole is undone; savepoints, which would allow to go on,
 * cost a copy of every page that the part touches.
 */
export function atomically<T>(db: Database, work: () => T): T {
  return db.inTransaction ? work() : db.transaction(work).immediate()
}
