import assert from 'node:assert/strict'
import { openProject } from '#main/store/open'
import { addArticle, newProject, projectIn, reopened } from './after-death.ts'
import type { Work } from './work.ts'

/** Imports article after article. */
export const work: Work = {
  async prepare(folder) {
    newProject(projectIn(folder)).close()
  },

  async start(folder) {
    const store = openProject(projectIn(folder))
    return turn => addArticle(store, turn, 60)
  },

  async verify(folder, saved) {
    reopened(projectIn(folder), ({ tables, db }) => {
      for (const id of saved.map(String)) {
        assert.equal(tables.segmentation.get(id)?.sentences.length, 60)
        assert.ok(tables.article.get(id), `article ${id} is lost`)
      }
      const articles = db.prepare<[], number>('select count(*) from articles').pluck().get() ?? 0
      const texts = db.prepare<[], number>('select count(*) from texts').pluck().get() ?? 0
      assert.equal(texts, articles)
      assert.ok(articles - saved.length <= 1, 'more than one article was on its way')
    })
  },
}
