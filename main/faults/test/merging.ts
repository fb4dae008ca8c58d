import assert from 'node:assert/strict'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Annotator } from '#app/model/annotator'
import { AnnotationId, AnnotatorId } from '#app/model/ids'
import { tag } from '#app/model/layer'
import { merge } from '#main/exchange/merge'
import { share } from '#main/exchange/share'
import { layerOf } from '#main/services/layer'
import { openProject } from '#main/store/open'
import { addArticle, newProject, PERSON, projectIn, reopened } from './after-death.ts'
import type { Work } from './work.ts'

const COLLEAGUE: Annotator = {
  id: AnnotatorId.parse('01900000-0000-7000-8000-0000000000b2'),
  name: 'Borys',
}
const ARTICLES = 40
const PROJECT = '01900000-0000-7000-8000-0000000000c3'
const fileIn = (folder: string) => join(folder, 'Colleague.assay.jsonl')

/** Merges a colleague's file; once it is merged, again. */
export const work: Work = {
  async prepare(folder) {
    newProject(projectIn(folder), PERSON, PROJECT).close()
    const store = newProject(join(folder, 'Colleague.assay'), COLLEAGUE, PROJECT)
    const [label] = store.codebook().labels
    for (let number = 0; number < ARTICLES; number++) {
      const article = await addArticle(store, number, 20, COLLEAGUE)
      const [sentence] = store.tables.segmentation.get(article)?.sentences ?? []
      if (!sentence || !label) throw new Error('there is nothing to tag')
      const layer = layerOf(store, article, COLLEAGUE.id)
      const id = AnnotationId.parse(uuidv7())
      const edits = tag(layer, sentence, label, store.codebook(), id, new Date().toISOString())
      store.write({ by: COLLEAGUE.id, action: 'tag', edits })
    }
    await share(store, { by: COLLEAGUE }, fileIn(folder))
    store.close()
  },

  async start(folder) {
    const store = openProject(projectIn(folder))
    return async () => (await merge(store, fileIn(folder), { by: PERSON.id })).articlesChanged
  },

  async verify(folder, saved) {
    reopened(projectIn(folder), ({ db }) => {
      const counts = ['articles', 'texts', 'segmentations', 'annotations', 'progress'].map(table =>
        db.prepare<[], number>(`select count(*) from ${table}`).pluck().get(),
      )
      const merged = counts[0] !== 0
      assert.deepEqual(
        counts,
        counts.map(() => (merged ? ARTICLES : 0)),
        'half of a file was merged',
      )
      assert.ok(merged || saved.length === 0, 'what was called merged is lost')
    })
  },
}
