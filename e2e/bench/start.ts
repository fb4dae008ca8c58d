import { join } from 'node:path'
import { importDraft } from '#main/import/import-draft'
import type { Bench } from './bench.ts'
import { text } from './generator.ts'
import { median } from './measure.ts'
import { annotator, emptyProject } from './project.ts'
import { withWindow } from './window.ts'

const STARTS = 5

/** From opening the address to the first article painted, with the host running: what a window costs. */
export const start: Bench = {
  name: 'start',
  async run(folder) {
    const project = join(folder, 'start.assay')
    const store = emptyProject(project)
    for (let seed = 0; seed < 50; seed++) {
      importDraft(store, { text: text(seed, 40), metadata: {} }, { by: annotator.id, origin: null })
    }
    store.close()
    const value = await withWindow(project, join(folder, 'data'), async (page, url) => {
      const starts: number[] = []
      await page.goto(url)
      for (let count = 0; count < STARTS; count++) {
        await page.goto(url)
        await page.locator('[data-sentence="1"]').waitFor()
        starts.push(
          await page.evaluate(
            () =>
              new Promise<number>(resolve =>
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
              ),
          ),
        )
      }
      return median(starts)
    })
    return [{ name: 'start to first article painted', value, unit: 'ms' }]
  },
}
