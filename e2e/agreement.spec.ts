import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './harness/assay.ts'
import { makeTeamProject } from './harness/team.ts'

test('agreement is seen, followed to its sentences and taken away, by keyboard alone', async ({ assay }) => {
  makeTeamProject(assay)
  await assay.open()
  const { page } = assay
  await page.keyboard.press('Control+6')
  const view = page.getByRole('main', { name: 'Agreement' })
  await expect(
    view.getByText('7 sentences in 2 articles that two or more of 3 annotators have judged'),
  ).toBeVisible()
  await expect(view.getByText('Seed 1.')).toBeVisible()

  // Everybody with everybody; a pair leads to what the two gave, a cell to its sentences.
  const pairs = view.getByRole('table', { name: 'Pairs of annotators' })
  const pair = pairs.getByRole('button', { name: /^Anna and Chloe/ }).first()
  await expect(pairs.getByRole('button', { name: /^Anna and Borys: 0\.79/ })).toHaveCount(1)
  await pairs
    .getByRole('button', { name: /^Anna and Borys/ })
    .first()
    .focus()
  await page.keyboard.press('ArrowRight')
  await expect(pair).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(pair).toHaveAttribute('aria-pressed', 'true')
  const confusion = view.getByRole('table', { name: 'What Anna and Chloe gave' })
  const cell = confusion.getByRole('button', { name: 'Anna: Pledge, Chloe: Claim, 2 sentences' })
  await cell.focus()
  await page.keyboard.press('Enter')
  const behind = view.getByRole('list', { name: 'Sentences of this cell' }).getByRole('listitem')
  await expect(behind.getByRole('button')).toHaveText([
    /Harbour bridge stays shutThe harbour bridge will stay shut until autumn\./,
    /We will open it by October/,
  ])
  await assay.finish('agreement')

  // The figures go out as a table, as a drawing, and as a picture of it.
  const saved = async (name: string): Promise<Buffer> => {
    const downloading = page.waitForEvent('download')
    await view.getByRole('button', { name, exact: true }).press('Enter')
    return readFileSync(await (await downloading).path())
  }
  const table = (await saved('Save Pairs of annotators as CSV')).toString('utf8')
  expect(table.split('\r\n')[0]).toMatch(/^first,second,sentences,percent,percent_low,/)
  expect(table.split('\r\n')[1]).toMatch(/^Anna,Borys,7,0\.857/)
  const drawing = (await saved('Save Pairs of annotators as SVG')).toString('utf8')
  expect(drawing).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
  expect(drawing).toContain('>Chloe</text>')
  const picture = await saved('Save By label as PNG')
  expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Width and height, of a PNG's head.
  expect(picture.readUInt32BE(16)).toBeGreaterThan(1000)
  expect(picture.length).toBeGreaterThan(5000)

  // The sentences that divide most; each opens in the article.
  const divided = view.getByRole('region', { name: 'Sentences that divide most' })
  await expect(divided.getByText('3 sentences were judged differently')).toBeVisible()
  await divided.getByRole('button', { name: /It costs four euros/ }).press('Enter')
  await expect(assay.sentence(2)).toHaveAttribute('aria-current', 'true')
  await expect(assay.sentence(2)).toContainText('It costs four euros.')

  // Another annotator less, and the figures are those of two.
  await page.keyboard.press('Control+6')
  await page.getByRole('checkbox', { name: 'Chloe' }).press('Space')
  await expect(
    view.getByText('7 sentences in 2 articles that two or more of 2 annotators have judged'),
  ).toBeVisible()
  await lookDown(page)
  await assay.finish('agreement-below')
})

test('where there is nothing to compare it says why', async ({ assay }) => {
  await assay.open()
  await assay.paste('Nobody else was here. It rains.')
  await assay.page.keyboard.press('Control+6')
  await expect(assay.page.getByText('Agreement takes two annotators or more.')).toBeVisible()
  await assay.finish('agreement-empty')
})

async function lookDown(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Over time' }).scrollIntoViewIfNeeded()
}
