/** The module's own declarations are of an older version, and hidden by its `exports`. It has what better-sqlite3 has, and `key`. */
declare module 'better-sqlite3-multiple-ciphers' {
  import SQLite from 'better-sqlite3'

  class CipherDatabase {
    constructor(path: string, options: SQLite.Options)
    /** Gives the key of the file. @returns SQLite's result code */
    key(key: Buffer): number
  }
  interface CipherDatabase extends SQLite.Database {}
  export default CipherDatabase
}
