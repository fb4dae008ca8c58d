import SQLite, { type Database, type Options } from 'better-sqlite3'
import CipherSQLite from 'better-sqlite3-multiple-ciphers'
import { asRawKey, type ProjectKey } from './protection/project-key.ts'

interface Opening {
  /** Milliseconds to wait, blocking, for another connection's write; 0, as without it, in a thread that must not block. */
  readonly timeout?: number
  readonly mustExist?: boolean
  readonly readonly?: boolean
  /** Kilobytes of the file that stay in memory, at most. */
  readonly cache?: number
  /** Of a protected file; what is made with it is protected. */
  readonly key?: ProjectKey | undefined
}

const keys = new WeakMap<Database, ProjectKey>()

/** The key with which a connection was opened; undefined where its file is not protected. */
export const keyOf = (db: Database): ProjectKey | undefined => keys.get(db)

/**
 * A connection to a project file. WAL, so that readers do not wait for the writer; FULL, so that what was
 * committed is on the disk; foreign keys enforced; nothing in the file is trusted to run functions.
 */
export function connect(path: string, opening: Opening): Database {
  const db = openDatabase(path, opening)
  try {
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full')
    db.pragma('foreign_keys = on')
    db.pragma('trusted_schema = off')
    db.pragma('cell_size_check = on')
    db.pragma(`cache_size = -${opening.cache ?? 16_000}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A connection to a file of SQLite as it is. What it has no room for in memory never goes to a file elsewhere. */
export function openDatabase(
  path: string,
  { timeout = 0, mustExist, readonly, key }: Opening = {},
): Database {
  const options = { timeout, fileMustExist: mustExist ?? readonly ?? false, readonly: readonly ?? false }
  const db = key ? openCipher(path, options, key) : new SQLite(path, options)
  try {
    db.pragma('temp_store = memory')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * A connection by the module that knows ciphers; without a key to a file that is not protected. It is another native
 * module than that of all other projects, whose library is loaded with the first protected one: who asks for no
 * protection does not depend on it.
 */
export function openCipher(path: string, options: Options, key?: ProjectKey): Database {
  const db = new CipherSQLite(path, options)
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  if (key) {
    // Not by a pragma, whose text an error could repeat.
    db.key(asRawKey(key))
    keys.set(db, key)
  }
  return db
}
