import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { importDraft } from '#main/import/import-draft'
import { openSettings } from '#main/services/settings'
import { openProject } from '#main/store/open'
import type { Bench } from './bench.ts'
import { projectWithArticle } from './key-to-paint.ts'
import { median } from './measure.ts'
import { withWindow } from './window.ts'

const SENTENCES = 20_000
const TIMES = 7

/**
 * From the key that opens an article of 20,000 sentences with 8,000 annotations to the frame that shows its first
 * sentences: with the call to main, its answer, and all that is rendered for that frame.
 */
export const openArticle: Bench = {
  name: 'open-article',
  async run(folder) {
    const [project, data] = [join(folder, 'open.assay'), join(folder, 'data')]
    projectWithArticle(project, data, SENTENCES)
    addShortArticle(project, data)
    const times = await withWindow(project, data, measure)
    const name = `an article of ${SENTENCES.toLocaleString('en')} sentences with 8,000 annotations opened, to its first paint`
    return [{ name, value: median(times), unit: 'ms', bar: 300 }]
  },
}

function addShortArticle(project: string, data: string): void {
  const store = openProject(project)
  const { annotator } = openSettings(join(data, 'settings.json'))
  const draft = { text: 'A short one. It ends.', metadata: { title: 'Short' } }
  importDraft(store, draft, { by: annotator.id, origin: null })
  store.close()
}

async function measure(page: Page, url: string): Promise<number[]> {
  await page.goto(url)
  await page.locator('article', { hasText: 'Bench' }).waitFor()
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) {
    await page.keyboard.press(']')
    await page.locator('article[role="document"]', { hasText: 'A short one.' }).waitFor()
    await page.waitForTimeout(300)
    await page.evaluate(watchOpening)
    await page.keyboard.press('[')
    times.push(await page.evaluate(() => globalThis.opened ?? Promise.reject(new Error('no key was seen'))))
  }
  return times
}

declare global {
  var opened: Promise<number> | undefined
}

/** Runs in the page: from now on `opened` is the milliseconds from the next key to the task after the frame that shows another article. */
function watchOpening(): void {
  globalThis.opened = new Promise<number>(resolve => {
    const title = () => document.querySelector('[role="document"] [data-sentence]')?.textContent
    const before = title()
    const begin = () => {
      const start = performance.now()
      const look = () => {
        if (title() === undefined || title() === before) return void requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - start)
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    }
    window.addEventListener('keydown', begin, { capture: true, once: true })
  })
}
