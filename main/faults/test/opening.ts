import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openProject } from '#main/store/open'
import { newProject, PERSON, reopened } from './after-death.ts'
import type { Work } from './work.ts'

/** Makes project after project, and opens and closes each. */
export const work: Work = {
  async prepare() {},

  async start(folder) {
    return turn => {
      const path = join(folder, `${turn}.assay`)
      newProject(path).close()
      openProject(path).close()
      return path
    }
  },

  async verify(folder, saved) {
    for (const path of saved) assert.ok(existsSync(String(path)), 'a project that was made is lost')
    for (const name of readdirSync(folder).filter(one => /^\d+\.assay$/.test(one))) {
      reopened(join(folder, name), ({ tables, codebook }) => {
        assert.equal(tables.project.only().name, 'Project')
        assert.equal(tables.annotator.get(PERSON.id)?.name, 'Anna')
        assert.equal(codebook().labels.length, 4)
      })
    }
  },
}
