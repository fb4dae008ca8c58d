import { expect, test } from './harness/assay.ts'

test('the first start shows the sample project, and its first article', async ({ assay }) => {
  await assay.open('first-start')
  const { page } = assay
  await expect(page.getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(6)
  await expect(page.getByRole('document', { name: /Harbour bridge/ })).toBeVisible()
  await expect(assay.sentence(1)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('status')).toHaveText('Saved')
  await assay.finish('first-start')
})

test('the keys’ help lists every key, and Escape closes it', async ({ assay }) => {
  test.slow()
  await assay.open('first-start')
  const { page } = assay
  await assay.sentence(1).waitFor()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  for (const text of [
    'Fact, and on',
    'Next sentence',
    'Remove the labels',
    'Reviewed, no label',
    'Next article',
    'Undo',
    'Redo',
  ]) {
    await expect(help.getByText(text).first()).toBeVisible()
  }
  await page.waitForTimeout(200)
  await assay.finish('keys')
  await page.keyboard.press('f')
  await expect(page.locator('[data-labels]')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('f')
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'fact')
})

test('a new project is empty and says what to do', async ({ assay }) => {
  await assay.open()
  await expect(assay.page.getByText('No articles yet.')).toBeVisible()
  await expect(assay.page.getByText('Nothing to read yet.')).toBeVisible()
  await assay.finish('empty')
})

test('another project is made and the first one opened again', async ({ assay }) => {
  await assay.open('first-start')
  const { page } = assay
  await page.getByRole('button', { name: 'Sample' }).click()
  await page.getByLabel('New project').fill('Elections 2026')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No articles yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Elections 2026' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Sample' })).toBeVisible()
  await assay.finish('projects')
  await page.getByRole('dialog').getByRole('button', { name: 'Sample' }).click()
  await expect(page.getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(6)
})

test('the person gives their name, which the exports bear', async ({ assay }) => {
  test.slow()
  await assay.open()
  const { page } = assay
  await assay.paste('One is said. Two is not.')
  await page.locator('.bar-tools button').last().click()
  await page.getByLabel('Your name').fill('Olena Shevchuk')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('.bar-tools button').last()).toHaveText('Olena Shevchuk')
  await assay.sentence(1).click()
  await page.keyboard.press('f')
  await assay.saved()
  expect(JSON.parse(await assay.exported('jsonl')).annotations[0].annotator).toBe('Olena Shevchuk')
  await assay.finish('person')
})
