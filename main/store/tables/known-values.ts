import type { Database } from 'better-sqlite3'
import { folded } from '#app/text/folded'

/** Keeps each value of an attribute once, with how many annotations have it, for whom it is completed. */
export function knownValueKeeper(db: Database) {
  const again = db.prepare('update main.known_values set uses = uses + 1 where attribute = ? and value = ?')
  const add = db.prepare('insert into main.known_values (attribute, value, folded, uses) values (?, ?, ?, 1)')
  const addWords = db.prepare('insert into value_words (rowid, attribute, value) values (?, ?, ?)')
  const less = db.prepare<[string, string], { key: number; uses: number }>(
    'update main.known_values set uses = uses - 1 where attribute = ? and value = ? returning key, uses',
  )
  const drop = db.prepare('delete from main.known_values where key = ?')
  const dropWords = db.prepare('delete from value_words where rowid = ?')
  return {
    /** One more annotation has the value. */
    learn(attribute: string, value: string): void {
      if (again.run(attribute, value).changes > 0) return
      const { lastInsertRowid } = add.run(attribute, value, folded(value))
      addWords.run(lastInsertRowid, attribute, value)
    },
    /** One annotation less has it. */
    forget(attribute: string, value: string): void {
      const left = less.get(attribute, value)
      if (!left || left.uses > 0) return
      drop.run(left.key)
      dropWords.run(left.key)
    },
  }
}
