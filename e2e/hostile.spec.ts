import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openSettings } from '../main/services/settings.ts'
import { openProject } from '../main/store/open.ts'
import { fillWithHostileTexts, HOSTILE, HOSTILE_TEXTS } from '../main/test/hostile-project.ts'
import { expect, test } from './harness/assay.ts'

const harmed = (page: Page) => page.evaluate(() => 'harmed' in globalThis)

test('texts that mean harm are shown as text, wherever they stand', async ({ assay }) => {
  test.slow()
  assay.cli('init', assay.project, '--name', HOSTILE.script)
  const { annotator } = openSettings(join(assay.folder, 'data', 'settings.json'))
  const store = openProject(assay.project)
  store.introduce(annotator.id, annotator.name)
  fillWithHostileTexts(store, annotator)
  store.close()

  await assay.open()
  const { page } = assay
  const list = page.getByRole('list', { name: 'Articles' })
  await expect(list.getByText(HOSTILE.script, { exact: true }).first()).toBeVisible()
  for (const title of [HOSTILE.script, HOSTILE.handler, HOSTILE.breakout]) {
    await list.getByText(title, { exact: true }).first().click()
    await expect(assay.sentence(1)).toContainText(title)
    expect(await harmed(page)).toBe(false)
  }
  expect(await page.locator('script:not([src]), [onerror], [onload], iframe, object, embed').count()).toBe(0)
  expect(await page.locator('img[src="x"], a[href^="javascript"]').count()).toBe(0)
  expect(HOSTILE_TEXTS.length).toBeGreaterThan(20)
  expect(await harmed(page)).toBe(false)
  await assay.finish('hostile')
})
