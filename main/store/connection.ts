import Database from 'better-sqlite3'

/**
 * A connection to a project file. WAL, so that readers do not wait for the writer; FULL, so that what was
 * committed is on the disk; foreign keys enforced; nothing in the file is trusted to run functions.
 *
 * @param timeout milliseconds to wait, blocking, for another connection's write; 0 in a thread that must not block
 */
export function connect(path: string, options: { timeout: number; mustExist?: boolean }): Database.Database {
  const db = new Database(path, { timeout: options.timeout, fileMustExist: options.mustExist ?? false })
  try {
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full')
    db.pragma('foreign_keys = on')
    db.pragma('trusted_schema = off')
    db.pragma('cell_size_check = on')
    db.pragma('temp_store = memory')
    db.pragma('cache_size = -16000')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
