import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { newsPages } from '../../main/import/test/news-pages.ts'
import type { Bench } from './bench.ts'
import { text } from './generator.ts'
import { percentile } from './measure.ts'
import { emptyProject } from './project.ts'
import { withWindow } from './window.ts'

const FILES = 1000
const FIXTURES = join(import.meta.dirname, '../../main/import/test/fixtures')

/**
 * Import of 1,000 mixed files in the window: every other one a text, the rest pages, documents, PDFs, mails, tables
 * and archives. Meanwhile the time between two animation frames is taken: at 60 a second it is 16.7 ms.
 */
export const importMixed: Bench = {
  name: 'import-mixed',
  async run(folder) {
    const project = join(folder, 'mixed.assay')
    emptyProject(project).close()
    const paths = mixedFiles(join(folder, 'files'))
    const { seconds, frames } = await withWindow(project, join(folder, 'data'), (page, url) =>
      importIn(page, url, paths),
    )
    return [
      { name: 'import of 1,000 mixed files in the window', value: seconds * 1000, unit: 'ms' },
      { name: 'between two frames meanwhile, median', value: percentile(frames, 50), unit: 'ms', bar: 17.5 },
      {
        name: 'between two frames meanwhile, 99th percentile',
        value: percentile(frames, 99),
        unit: 'ms',
        bar: 34,
      },
    ]
  },
}

/** Writes the files. @returns their paths */
function mixedFiles(folder: string): string[] {
  mkdirSync(folder)
  const fixtures = readdirSync(FIXTURES).filter(name => name !== 'README.md' && name !== 'columns.txt')
  return Array.from({ length: FILES }, (_, index) => {
    const fixture = fixtures[(index >> 1) % fixtures.length] ?? ''
    const page = newsPages[(index >> 2) % newsPages.length]
    const path = join(
      folder,
      `${index} ${index % 2 === 0 ? 'story.txt' : index % 8 === 1 ? 'page.html' : fixture}`,
    )
    if (index % 2 === 0) writeFileSync(path, text(index, 40))
    else if (index % 8 === 1) writeFileSync(path, page?.html ?? '')
    else copyFileSync(join(FIXTURES, fixture), path)
    return path
  })
}

async function importIn(
  page: Page,
  url: string,
  paths: string[],
): Promise<{ seconds: number; frames: number[] }> {
  await page.goto(url)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).first().click()
  await (await choosing).setFiles(paths)
  await page.evaluate(watchFrames)
  const start = performance.now()
  await page.getByRole('button', { name: `Import ${paths.length.toLocaleString('en')} files` }).click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: 300_000 })
  const seconds = (performance.now() - start) / 1000
  return { seconds, frames: await page.evaluate(() => globalThis.frameTimes ?? []) }
}

declare global {
  var frameTimes: number[] | undefined
}

/** Runs in the page. */
function watchFrames(): void {
  const frames: number[] = []
  globalThis.frameTimes = frames
  let last = performance.now()
  const next = (now: number) => {
    frames.push(now - last)
    last = now
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}
