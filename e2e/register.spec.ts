import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Assay, expect, test } from './harness/assay.ts'

/** Three articles of three days; the second was published first. */
const ARTICLES = {
  'one.md': `---
title: Council meets
source: Harbour Times
date: 2026-06-01
---

The bridge is unsafe, Koval told the council. We will open it by March, she said.`,
  'two.md': `---
title: Engineers warn
source: City Post
date: 2026-05-10
---

That bridge is unsafe, engineers claim. We will open the bridge in March, the mayor had promised.`,
  'three.md': `---
title: Letters
source: Harbour Times
date: 2026-07-20
---

The water is clean. We will plant ten thousand trees.`,
}

async function openWithArticles(assay: Assay): Promise<void> {
  const folder = join(assay.folder, 'articles')
  mkdirSync(folder)
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, name), text)
  assay.cli('init', assay.project, '--name', 'Journey')
  assay.cli('import', assay.project, ...Object.keys(ARTICLES).map(name => join(folder, name)))
  await assay.open()
}

const open = async (page: Page, title: string) => {
  await page.getByRole('list', { name: 'Articles' }).getByRole('button', { name: title }).click()
  await expect(page.getByRole('document', { name: title })).toBeVisible()
}

test('claims are linked across articles, and the register shows the first one and who repeated it', async ({
  assay,
}) => {
  await openWithArticles(assay)
  const { page } = assay
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const same = page.getByLabel('Same claim as', { exact: true })
  const by = page.getByLabel('Attributed to', { exact: true })

  // A wording is made of the sentence, in the inspector.
  await open(page, 'Council meets')
  await assay.sentence(1).click()
  await press('c', 'ArrowUp', 'a')
  await page.keyboard.type('Koval')
  await same.focus()
  await press('ArrowDown', 'ArrowDown')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
    /The bridge is unsafe, Koval.*new, as worded here/,
  ])
  await press('Escape')
  await page.keyboard.type('The bridge is unsafe.')
  await press('Enter')
  await assay.saved()

  // Another article: the one like it is offered first.
  await open(page, 'Engineers warn')
  await assay.sentence(1).click()
  await press('c', 'ArrowUp')
  await by.fill('engineers')
  await same.focus()
  await press('ArrowDown')
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText(
    /The bridge is unsafe\.similar/,
  )
  await press('ArrowDown', 'Enter', 'Enter')
  await expect(same).toHaveValue('The bridge is unsafe.')
  await open(page, 'Letters')
  await assay.sentence(1).click()
  await press('c')
  await assay.saved()

  await press('Control+3')
  const linked = page.getByRole('region', { name: 'Linked: Claim' })
  const entry = linked.getByRole('button', { name: 'The bridge is unsafe.' })
  await expect(entry).toContainText('2 appearances in 2 articles')
  await expect(entry).toContainText('first on May 10, 2026, City Post')
  await expect(entry).toContainText('Koval (1), engineers (1)')
  await entry.focus()
  await press('Enter')
  const appearances = page.getByRole('list', { name: 'Appearances of “The bridge is unsafe.”' })
  await expect(appearances.getByRole('listitem')).toHaveCount(2)
  await expect(appearances.getByRole('listitem').first()).toContainText('Engineers warn')

  // What is not linked yet is linked from there.
  const unlinked = page.getByRole('region', { name: 'Not linked yet: Claim' })
  await expect(unlinked.getByRole('listitem')).toHaveCount(1)
  await unlinked.getByLabel('Same claim as').fill('The water is clean.')
  await press('Tab')
  await expect(page.getByText('None of your annotations of this kind waits to be linked.')).toBeVisible()
  await expect(linked.getByRole('button', { name: 'The water is clean.' })).toBeVisible()
  await assay.finish('register-claims')
  await press('Control+z')
  await expect(unlinked.getByRole('listitem')).toHaveCount(1)

  await appearances.getByRole('button', { name: 'Council meets' }).click()
  await expect(page.getByRole('document', { name: 'Council meets' })).toBeVisible()
  await expect(assay.sentence(1)).toHaveAttribute('aria-current', 'true')
})

test('pledges stand on a board by status and deadline, and are followed up there', async ({ assay }) => {
  await openWithArticles(assay)
  const { page } = assay
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const field = (name: string) => page.getByLabel(name, { exact: true })
  for (const title of ['Council meets', 'Engineers warn', 'Letters']) {
    await open(page, title)
    await assay.sentence(2).click()
    await press('p')
    if (title !== 'Letters') {
      await field('Same pledge as').fill('Open the bridge in March.')
      await field('Who pledges').fill('Olena Koval')
    } else await field('Who pledges').fill('The gardeners')
    await press('Enter')
  }
  await field('Deadline').fill('2026-01-01')
  await press('Enter')
  await open(page, 'Engineers warn')
  await assay.sentence(2).click()
  await field('New status').selectOption('open')
  await field('Date of the new status').fill('2026-05-10')
  await field('Evidence of the new status').fill('example.org/promise')
  await press('Enter')
  await expect(field('Status 1')).toHaveValue('open')
  await expect(field('Evidence 1')).toHaveValue('https://example.org/promise')
  await assay.saved()

  await press('Escape', 'Control+3')
  await page.getByRole('tab', { name: 'Board' }).click()
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  const card = column('open').getByRole('button', { name: 'Open the bridge in March.' })
  await expect(card).toContainText('Olena Koval')
  await expect(column('No status').getByRole('button')).toContainText('overdue since Jan 1, 2026')
  await card.click()
  const panel = page.getByRole('complementary', { name: 'Pledge' })
  await expect(panel.getByRole('list', { name: /Appearances/ }).getByRole('listitem')).toHaveCount(2)
  await panel.getByLabel('New status', { exact: true }).selectOption('partly')
  await panel.getByLabel('Date of the new status').fill('1.3.2027')
  await panel.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(column('partly').getByRole('button', { name: 'Open the bridge in March.' })).toBeVisible()
  await expect(column('open').getByRole('button')).toHaveCount(0)
  await expect(panel.getByLabel('Status 2', { exact: true })).toHaveValue('partly')
  await assay.finish('register-board')
  await press('Control+z')
  await expect(card).toBeVisible()
  await expect(panel.getByLabel('Status 2', { exact: true })).toHaveCount(0)
  await page.getByLabel('Who pledges').fill('The gardeners')
  await press('Enter', 'Tab')
  await expect(card).toHaveCount(0)
  await expect(column('No status').getByRole('button')).toHaveCount(1)

  // Two spellings become one.
  await page.getByRole('tab', { name: 'Names' }).click()
  await page.getByLabel('Attribute', { exact: true }).selectOption('Who pledges')
  await expect(page.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Rename “Olena Koval”' }).click()
  await page.getByLabel('New spelling').fill('The gardeners')
  await expect(page.getByText('Changes 2 annotations of yours.')).toBeVisible()
  await expect(page.getByText('“The gardeners” is there already: the two become one.')).toBeVisible()
  await assay.finish('register-names')
  await press('Enter')
  await expect(page.getByRole('row', { name: 'The gardeners 3' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
  await press('Control+z')
  await expect(page.getByRole('row', { name: 'Olena Koval 2' })).toBeVisible()
})
