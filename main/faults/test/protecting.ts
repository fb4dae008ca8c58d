import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { backupsOf, inBackup } from '#main/store/backup'
import { problems } from '#main/store/check'
import { openProject } from '#main/store/open'
import { isProtected, keyOfFile, newProjectKey, type ProjectKey } from '#main/store/protection/project-key'
import { protectBackups, rekey } from '#main/store/protection/protect'
import { addArticle, newProject, projectIn, reopened } from './after-death.ts'
import type { Work } from './work.ts'

/** What the project has after each turn: a passphrase, another, then none again. */
const PASSPHRASES = ['four words nobody joins', 'another four words here', null]

/** Protects a project with a backup, gives it another passphrase, removes it, and so on. */
export const work: Work = {
  async prepare(folder) {
    const store = newProject(projectIn(folder))
    await addArticle(store, 0, 600)
    await store.backUp(new Date('2026-01-01T00:00:00.000Z'))
    await addArticle(store, 1, 600)
    store.close()
  },

  async start(folder) {
    const path = projectIn(folder)
    let key: ProjectKey | undefined
    const next = await Promise.all(PASSPHRASES.map(one => one && newProjectKey(one)))
    return turn => {
      const to = next[turn % PASSPHRASES.length] || undefined
      rekey(path, key, to)
      key = to
      return turn
    }
  },

  async verify(folder) {
    const path = projectIn(folder)
    const key = await keyFor(path)
    reopened(
      path,
      store => {
        assert.equal([...store.tables.article.inOrder()].length, 2)
        if (key) protectBackups(path, key)
      },
      key,
    )
    const [backup = '', ...others] = backupsOf(path)
    assert.deepEqual(others, [])
    assert.ok(!key || isProtected(backup), 'a backup of a protected project lies bare')
    const its = await keyFor(backup)
    assert.deepEqual(
      inBackup(backup, its, db => problems(db, 'thorough')),
      [],
      `${basename(backup)} is not whole`,
    )
    openProject(path, { key }).close()
    const halves = readdirSync(folder).filter(name => name.includes('.partial'))
    assert.deepEqual(halves, [], 'a half that may lie bare was left')
  },
}

/** The key of a file with one of the passphrases that it can have. */
async function keyFor(path: string): Promise<ProjectKey | undefined> {
  if (!isProtected(path)) return undefined
  const tries = PASSPHRASES.flatMap(one => (one ? [keyOfFile(path, one)] : []))
  return Promise.any(tries)
}
