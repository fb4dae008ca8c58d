import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { LabelId } from '#app/model/ids'
import { importDraft } from '#main/import/import-draft'
import { Application } from '#main/services/application'
import { answering } from '#main/services/services'
import type { Bench } from './bench.ts'
import { annotator, emptyProject } from './project.ts'

const ARTICLES = 400
const SENTENCES = 50

/** All hits of a search tagged, taken back and done again, and how long what main has to do meanwhile waits at most. */
export const heavyUndo: Bench = {
  name: 'heavy-undo',
  async run(folder) {
    const path = join(folder, 'undo.assay')
    const made = emptyProject(path)
    made.together(() => {
      for (let article = 0; article < ARTICLES; article++) {
        const sentences = Array.from({ length: SENTENCES }, (_, at) => `Bridge ${at} of ${article} was shut.`)
        importDraft(made, { text: sentences.join(' '), metadata: {} }, { by: annotator.id, origin: null })
      }
    })
    made.close()
    const app = new Application(
      {
        kind: 'browser',
        chooseProject: async () => null,
        chooseFolder: async () => null,
        placeForProject: async () => null,
        placeForExport: async () => null,
      },
      folder,
    )
    await app.open(path)
    const answer = answering(app)
    await answer('search.tag', {
      search: { query: 'bridge' },
      ...{ chosen: null, label: LabelId.parse('claim'), scope: 'sentence', job: randomUUID() },
    })
    const undo = await watched(() => answer('history.undo', {}))
    const redo = await watched(() => answer('history.redo', {}))
    await app.close()
    const what = `${(ARTICLES * SENTENCES).toLocaleString('en')} tagged hits`
    return [
      { name: `undo of ${what}`, value: undo.took, unit: 'ms' },
      { name: 'what else main has to do waits meanwhile, at most', value: undo.waited, unit: 'ms', bar: 50 },
      { name: `redo of ${what}`, value: redo.took, unit: 'ms' },
      { name: 'what else main has to do waits meanwhile, at most', value: redo.waited, unit: 'ms', bar: 50 },
    ]
  },
}

/** Milliseconds that work took, with the text of its answer, and for which nothing else had its turn. */
async function watched(work: () => Promise<unknown>): Promise<{ took: number; waited: number }> {
  const began = performance.now()
  let [last, waited] = [began, 0]
  const tick = (): void => {
    const now = performance.now()
    waited = Math.max(waited, now - last)
    last = now
  }
  const ticking = setInterval(tick, 1)
  JSON.stringify(await work())
  tick()
  clearInterval(ticking)
  return { took: last - began, waited }
}
