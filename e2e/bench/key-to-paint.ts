import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { importDraft } from '#main/import/import-draft'
import { newProject } from '#main/services/project'
import { openSettings } from '#main/services/settings'
import type { Bench, Figure } from './bench.ts'
import { text } from './generator.ts'
import { median, percentile } from './measure.ts'
import { tagSentences } from './project.ts'
import { traced, workBetween } from './trace.ts'
import { withWindow } from './window.ts'

const TAGS = 120
/** Milliseconds of a frame at 60 frames a second. */
const FRAME = 16
/** The marks that `watchKeys` leaves in the trace. */
const KEY = 'assay: key'
const SHOWN = 'assay: tag shown'

/** What was measured of one key. */
interface Key {
  /** Milliseconds of work of the main thread, from the key event to the end of the frame that shows the tag. */
  readonly work: number
  /** The frame after the key in which the tag is there, from 1. */
  readonly frame: number
}

/**
 * From the key to the painted tag, in articles of 40, 5,000 and 20,000 sentences, two of five tagged before.
 *
 * Work is what the main thread does, as Chromium's own trace has it: its tasks from the one with the key event to the
 * one with the frame that shows the tag, layout, paint and commit with it. The idle time between, waiting for the
 * display, is not work. (A task posted from the frame tells less: after a key Chromium holds tasks back until the
 * frame has been shown, and the waiting would be counted.)
 */
export const keyToPaint: Bench = {
  name: 'key-to-paint',
  async run(folder) {
    const figures: Figure[] = []
    for (const sentences of [40, 5000, 20_000]) {
      const project = join(folder, `${sentences}.assay`)
      const data = join(folder, 'data')
      const last = projectWithArticle(project, data, sentences)
      const keys = await withWindow(project, data, (page, url) => measureKeys(page, url, last))
      const work = keys.map(key => key.work)
      const name = `key to paint, ${sentences.toLocaleString('en')} sentences`
      figures.push(
        { name: `${name}, median`, value: median(work), unit: 'ms' },
        { name: `${name}, 95th percentile`, value: percentile(work, 95), unit: 'ms', bar: FRAME },
        { name: `${name}: shown in`, value: Math.max(...keys.map(key => key.frame)), unit: 'frame', bar: 1 },
      )
    }
    return figures
  },
}

/** A project of the person whose settings are in `data`, with one article. @returns how many sentences it has */
export function projectWithArticle(path: string, data: string, count: number): number {
  const { annotator: me } = openSettings(join(data, 'settings.json'))
  const store = newProject(path, 'Bench', me)
  const draft = { text: text(7, count), metadata: { title: 'Bench' } }
  const { article } = importDraft(store, draft, { by: me.id, origin: null })
  const sentences = store.tables.segmentation.get(article)?.sentences ?? []
  tagSentences(
    store,
    article,
    sentences.filter((_, index) => index % 5 < 2),
    me.id,
  )
  store.close()
  return sentences.length
}

async function measureKeys(page: Page, url: string, last: number): Promise<Key[]> {
  await page.goto(url)
  await page.locator(`[data-sentence="${last}"]`).waitFor({ state: 'attached' })
  await page.evaluate(watchKeys)
  const frames: number[] = []
  const events = await traced(page, async () => {
    for (let tag = 0; tag < TAGS; tag++) {
      // Back to the beginning when the article is at its end, so that short articles are tagged anew.
      if (tag % 30 === 0) await page.keyboard.press(tag % 60 === 0 ? 'Home' : 'ArrowDown')
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 20)))
      await page.evaluate(() => globalThis.begin?.())
      await page.keyboard.press(await page.evaluate(labelToGive, tag))
      frames.push(await page.evaluate(() => globalThis.shown ?? Promise.reject(new Error('no key was seen'))))
    }
  })
  const work = workBetween(events, KEY, SHOWN)
  if (work.length !== frames.length || !work.every(Number.isFinite)) {
    throw new Error('the trace does not have every key and its frame')
  }
  return frames.map((frame, index) => ({ frame, work: work[index] ?? Number.NaN }))
}

/** Runs in the page: the key of a label that the current sentence has not. */
function labelToGive(tag: number): string {
  const [has = ''] =
    document.querySelector('[data-sentence][aria-current]')?.getAttribute('data-labels') ?? ''
  return 'fpco'.replace(has, '').charAt(tag % 3)
}

declare global {
  var begin: (() => void) | undefined
  /** The frame after the key in which the tag is there. */
  var shown: Promise<number> | undefined
}

/** Runs in the page: marks in the trace when a key comes and when a frame has its tag. */
function watchKeys(): void {
  globalThis.begin = () => {
    globalThis.shown = new Promise<number>(resolve => {
      const before = document.querySelector('[data-sentence][aria-current]')
      const labels = before?.getAttribute('data-labels')
      let frame = 0
      const onFrame = () => {
        frame++
        if (before?.getAttribute('data-labels') === labels && frame <= 20) {
          requestAnimationFrame(onFrame)
          return
        }
        performance.mark('assay: tag shown')
        resolve(frame)
      }
      const onKey = () => {
        performance.mark('assay: key')
        requestAnimationFrame(onFrame)
      }
      window.addEventListener('keydown', onKey, { capture: true, once: true })
    })
  }
}
