import { expect, test } from './harness/assay.ts'

const ARTICLE = `Harbour bridge stays shut

The harbour bridge will stay shut until autumn, the mayor said on Tuesday. Engineers found cracks in two of its piers. “We will open it by 1 October,” she promised.

Shopkeepers doubt it. The closure has cost them 40 percent of their trade, they say. It is the worst summer in memory. The council has paid nothing so far.`

/** What each sentence is tagged with, from the first: a key, and the label that it gives. */
const KEYS = [
  ['1', 'fact'],
  ['f', 'fact'],
  ['1', 'fact'],
  ['p', 'pledge'],
  ['o', 'opinion'],
  ['c', 'claim'],
  ['4', 'opinion'],
  ['3', 'claim'],
] as const

test('an article is pasted and all of it tagged by keyboard alone; everything is undone, redone, and there after a reload', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await page.keyboard.press('Tab')
  for (let stops = 0; stops < 40; stops++) {
    if ((await page.locator(':focus').textContent())?.trim() === 'Paste') break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(ARTICLE)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('document', { name: 'Harbour bridge stays shut' })).toBeVisible()
  await expect(page.locator('[data-sentence]')).toHaveCount(8)

  for (const [key] of KEYS) await page.keyboard.press(key)
  for (const [index, [, label]] of KEYS.entries())
    await expect(assay.sentence(index + 1)).toHaveAttribute('data-labels', label)
  await assay.saved()
  await expect(page.getByRole('list', { name: 'Articles' })).toContainText('8 tagged, 8 reviewed of 8')

  for (let step = 8; step >= 1; step--) {
    await page.keyboard.press('Control+z')
    await expect(page.locator('[data-labels]')).toHaveCount(step - 1)
  }
  await expect(assay.sentence(1)).toHaveAttribute('aria-current', 'true')
  for (let step = 1; step <= 8; step++) {
    await page.keyboard.press('Control+Shift+z')
    await expect(page.locator('[data-labels]')).toHaveCount(step)
  }
  await assay.saved()

  await page.reload()
  await expect(page.locator('[data-labels]')).toHaveCount(8)
  for (const [index, [, label]] of KEYS.entries())
    await expect(assay.sentence(index + 1)).toHaveAttribute('data-labels', label)
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-labels]')).toHaveCount(7)
  await page.keyboard.press('Control+Shift+z')
  await expect(page.locator('[data-labels]')).toHaveCount(8)
  await assay.finish('tagged')
})

test('the keys move, tag, remove, review and select as the help says', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  const current = page.locator('[aria-current="true"][data-sentence]')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  await expect(current).toHaveAttribute('data-sentence', '3')
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(current).toHaveAttribute('data-sentence', '1')
  await page.keyboard.press('End')
  await expect(current).toHaveAttribute('data-sentence', '8')
  await page.keyboard.press('c')
  await expect(current).toHaveAttribute('data-sentence', '8')
  await page.keyboard.press('Home')

  await page.keyboard.press(' ')
  await expect(current).toHaveAttribute('data-sentence', '2')
  await expect(assay.sentence(1)).toHaveAttribute('data-reviewed', 'true')
  await expect(assay.sentence(1)).not.toHaveAttribute('data-labels')

  await page.keyboard.press('f')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('p')
  await expect(assay.sentence(2)).toHaveAttribute('data-labels', 'pledge')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('0')
  await expect(assay.sentence(2)).not.toHaveAttribute('data-labels')
  await page.keyboard.press('o')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Backspace')
  await expect(assay.sentence(2)).not.toHaveAttribute('data-labels')

  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('f')
  for (const number of [2, 3, 4]) await expect(assay.sentence(number)).toHaveAttribute('data-labels', 'fact')
  await expect(current).toHaveAttribute('data-sentence', '5')
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-labels="fact"]')).toHaveCount(0)
  await assay.saved()
  await assay.finish('keyboard')
})

test('the mouse chooses sentences, labels and undo', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  await assay.sentence(4).click()
  await expect(assay.sentence(4)).toHaveAttribute('aria-current', 'true')
  const labels = page.getByRole('group', { name: 'Labels' })
  await labels.getByRole('button', { name: 'Pledge' }).click()
  await expect(assay.sentence(4)).toHaveAttribute('data-labels', 'pledge')
  await expect(labels.getByRole('button', { name: 'Pledge' })).toHaveAttribute('aria-pressed', 'true')
  await labels.getByRole('button', { name: 'Claim' }).click()
  await expect(assay.sentence(4)).toHaveAttribute('data-labels', 'claim')
  await labels.getByRole('button', { name: 'Claim' }).click()
  await expect(assay.sentence(4)).not.toHaveAttribute('data-labels')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(assay.sentence(4)).toHaveAttribute('data-labels', 'claim')
  await assay.saved()
  await assay.finish('mouse')
})

test('a note and attributes are written without leaving the keyboard, and undone', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  await page.keyboard.press('c')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('n')
  await page.keyboard.type('Who counted? f p c o')
  await page.keyboard.press('Enter')
  await expect(assay.sentence(1)).toBeFocused()
  await page.getByRole('radio', { name: 'refuted' }).check()
  await page.getByLabel('Evidence', { exact: true }).fill('nonsense')
  await page.getByLabel('Evidence', { exact: true }).press('Enter')
  await expect(page.getByText('is a web address')).toBeVisible()
  await page.getByLabel('Evidence', { exact: true }).fill('https://example.org/a')
  await page.getByLabel('Evidence', { exact: true }).press('Enter')
  await assay.saved()
  const [annotation] = JSON.parse(await assay.exported('jsonl')).annotations
  expect(annotation).toMatchObject({
    label: 'claim',
    note: 'Who counted? f p c o',
    attributes: { verdict: 'refuted', 'evidence-url': 'https://example.org/a' },
  })
  await assay.finish('note')
  await assay.sentence(1).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('Evidence', { exact: true })).toHaveValue('')
})

test('[ and ] lead through the articles, and the library filters and sorts', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  for (const name of ['Alpha', 'Charlie', 'Bravo'])
    await assay.paste(`${name} story\n\nIt tells of ${name.toLowerCase()} things. It ends.`)
  const title = page.locator('article[role="document"]')
  await page.keyboard.press('[')
  await expect(title).toHaveAccessibleName('Charlie story')
  await page.keyboard.press('[')
  await expect(title).toHaveAccessibleName('Alpha story')
  await page.keyboard.press('[')
  await expect(page.getByText('the first article of the list')).toBeVisible()
  await page.keyboard.press(']')
  await expect(title).toHaveAccessibleName('Charlie story')
  await page.getByLabel('Order of articles').selectOption('title')
  await expect(page.getByRole('listitem').nth(1)).toContainText('Bravo story')
  await page.getByLabel('Filter articles').fill('brav')
  await expect(page.getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Filter articles').fill('nothing fits')
  await expect(page.getByText('No article fits.')).toBeVisible()
  await assay.finish('library-filtered')
})
