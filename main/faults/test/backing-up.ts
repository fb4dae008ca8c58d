import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { backupsOf } from '#main/store/backup'
import { problems } from '#main/store/check'
import { openProject } from '#main/store/open'
import { addArticle, newProject, PERSON, projectIn, reopened } from './after-death.ts'
import type { Work } from './work.ts'

const START = Date.UTC(2026, 0, 1)
const HOUR = 3_600_000

/** Makes a change, and a backup, in turn. */
export const work: Work = {
  async prepare(folder) {
    const store = newProject(projectIn(folder))
    for (let number = 0; number < 30; number++) await addArticle(store, number)
    store.close()
  },

  async start(folder) {
    const store = openProject(projectIn(folder))
    return async turn => {
      store.introduce(PERSON.id, `Anna ${turn}`)
      return store.backUp(new Date(START + turn * 7 * HOUR))
    }
  },

  async verify(folder, saved) {
    const path = projectIn(folder)
    reopened(path, () => undefined)
    const newest = saved.at(-1)
    if (newest !== undefined) assert.ok(existsSync(String(newest)), 'the newest backup is lost')
    for (const backup of backupsOf(path)) {
      const db = new Database(backup, { readonly: true })
      try {
        assert.deepEqual(problems(db, 'thorough'), [], backup)
      } finally {
        db.close()
      }
    }
    const again = openProject(path)
    again.introduce(PERSON.id, 'Anna after all')
    assert.ok(await again.backUp(new Date(START + 9000 * HOUR)), 'no backup can be made after a death')
    again.close()
  },
}
