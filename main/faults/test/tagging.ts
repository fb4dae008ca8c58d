import assert from 'node:assert/strict'
import { v7 as uuidv7 } from 'uuid'
import { AnnotationId } from '#app/model/ids'
import { tag } from '#app/model/layer'
import { layerOf } from '#main/services/layer'
import { openProject } from '#main/store/open'
import { addArticle, newProject, PERSON, projectIn, reopened } from './after-death.ts'
import type { Work } from './work.ts'

interface Saved {
  readonly seq: number | undefined
  readonly annotation: string
  readonly undone: boolean
}

/** Tags sentence after sentence; every fifth step is an undo. */
export const work: Work = {
  async prepare(folder) {
    const store = newProject(projectIn(folder))
    for (let number = 0; number < 5; number++) await addArticle(store, number)
    store.close()
  },

  async start(folder) {
    const store = openProject(projectIn(folder))
    const articles = [...store.tables.article.inOrder()].map(({ id }) => id)
    const labels = store.codebook().labels
    let last = ''
    return (turn): Saved => {
      if (turn % 5 === 4) {
        store.history.revert(PERSON.id, 'undo')
        return { seq: store.lastChange(), annotation: last, undone: true }
      }
      const article = articles[turn % articles.length]
      const sentences = article ? (store.tables.segmentation.get(article)?.sentences ?? []) : []
      const sentence = sentences[Math.floor(turn / articles.length) % sentences.length]
      const label = labels[(turn + Math.floor(turn / 100)) % labels.length]
      if (!article || !sentence || !label) throw new Error('there is nothing to tag')
      const id = AnnotationId.parse(uuidv7())
      const edits = tag(
        layerOf(store, article, PERSON.id),
        sentence,
        label,
        store.codebook(),
        id,
        new Date().toISOString(),
      )
      last = edits.find(edit => edit.after)?.id ?? ''
      return {
        seq: store.write({ by: PERSON.id, action: 'tag', edits })?.seq,
        annotation: last,
        undone: false,
      }
    }
  },

  async verify(folder, saved) {
    reopened(projectIn(folder), store => {
      const written = store.db.prepare<[number, string], { after: string | null }>(
        'select after from history where change = ? and record = ?',
      )
      // What this work says.
      for (const { seq, annotation, undone } of saved as Saved[]) {
        if (seq === undefined) continue
        const row = written.get(seq, annotation)
        assert.ok(row, `the history has lost change ${seq}`)
        assert.equal(row.after === null, undone)
      }
      const last = saved.at(-1) as Saved | undefined
      if (last?.seq !== undefined && last.seq === store.lastChange())
        assert.equal(store.tables.annotation.get(last.annotation) === undefined, last.undone)
    })
  },
}
