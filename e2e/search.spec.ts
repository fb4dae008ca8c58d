import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Assay, expect, test } from './harness/assay.ts'

const ARTICLES: Readonly<Record<string, string>> = {
  'bridge.txt': `Harbour bridge stays shut

The harbour bridge will stay shut until autumn, the mayor said on Tuesday. Engineers found cracks in two of its piers. “We will open the bridge by 1 October,” she promised.

Shopkeepers doubt it. The closure has cost them 40 percent of their trade, they say.`,
  'ferry.txt': `The ferry is back

The ferry crosses the harbour again. It costs 4 euros, and the bridge was free. Nobody likes the ferry.`,
  'tolls.txt': `Tolls are coming

A toll on every bridge was promised. The harbour is not mentioned. Drivers will pay 3 euros.`,
  'kyiv.txt': `Міст у гавані закрито

Міст у гавані закрито до осені, сказав мер. Інженери знайшли тріщини.`,
  'cairo.txt': `الجسر مغلق

قال العمدة إن الجَسْر مغلق حتى الخريف. وجد المهندسون شقوقا في الجسر القديم.`,
  'tokyo.txt': `橋の閉鎖

港の橋は秋まで閉鎖されると市長が述べた。技術者は亀裂を発見した。東京からの観光客は困っている。`,
}

async function opened(assay: Assay): Promise<void> {
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(assay.folder, name), text)
  assay.cli('init', assay.project, '--name', 'Journey')
  assay.cli('import', assay.project, ...Object.keys(ARTICLES).map(name => join(assay.folder, name)))
  await assay.open()
}

test('the corpus is searched by keyboard alone; a hit opens at its sentence, and one comes back to it', async ({
  assay,
}) => {
  await opened(assay)
  const { page } = assay
  await page.keyboard.press('Control+2')
  const field = page.getByRole('searchbox', { name: 'Search the corpus' })
  await expect(field).toBeFocused()
  await expect(page.getByText('What are you looking for?')).toBeVisible()

  await page.keyboard.type('bridge')
  const hits = page.getByRole('grid', { name: 'Hits' }).getByRole('row')
  await expect(hits).toHaveCount(5, { timeout: 20_000 })
  await expect(page.getByText('5 hits in 3 articles')).toBeVisible()
  await expect(hits.nth(1)).toContainText('The harbour bridge will stay')

  // From the field to the first hit, and down to the third.
  for (
    let stops = 0;
    stops < 12 && !(await hits.first().evaluate(row => row === document.activeElement));
    stops++
  )
    await page.keyboard.press('Tab')
  await expect(hits.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(hits.nth(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('document', { name: 'Harbour bridge stays shut' })).toBeVisible()
  await expect(page.locator('[data-sentence][aria-current="true"]')).toContainText('We will open the bridge')
  await page.keyboard.press('p')
  await assay.saved()
  await page.keyboard.press('Control+2')
  await expect(hits.nth(2)).toBeFocused()
  await expect(field).toHaveValue('bridge')
  await expect(hits.nth(2)).toContainText('labelled Pledge')
  await assay.finish('search-hits')

  await page.keyboard.press('Control+Shift+f')
  await expect(field).toBeFocused()
  await page.keyboard.type('bridge -toll')
  await expect(page.getByText('4 hits in 2 articles')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('"harbour bri')
  await expect(page.getByRole('alert')).toContainText('The quotation mark at character 1 is not closed')
  await page.keyboard.type('dge"')
  await expect(page.getByText('2 hits in 1 article')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('every script is found, hits are sorted, and a pattern narrows them', async ({ assay }) => {
  await opened(assay)
  const { page } = assay
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  const field = page.getByRole('searchbox')
  await assay.finish('search-empty')
  const marks = page.locator('.hit mark')
  for (const [query, found] of [
    ['МІСТ', ['Міст', 'Міст']],
    ['الجسر', ['الجسر', 'الجَسْر', 'الجسر']],
    ['東京', ['東京']],
    ['閉鎖', ['閉鎖', '閉鎖']],
    ['title:ferry', ['ferry']],
    ['promis*', ['promised', 'promised']],
  ] as const) {
    await field.fill(query)
    await expect(marks).toHaveText([...found])
  }
  await field.fill('الجسر OR мер OR bridge')
  await expect(page.locator('.hit-line[dir="rtl"]')).toHaveCount(3)
  await page.screenshot({ path: 'e2e/results/screenshots/search-scripts-light.png' })

  await field.fill('euros')
  await page.getByLabel('Order').selectOption('left')
  await expect(page.locator('.hit-left')).toHaveText([/pay 3\s*$/, /costs 4\s*$/])
  await page.getByLabel('Order').selectOption('title')
  await expect(page.locator('.hit-left')).toHaveText([/costs 4\s*$/, /pay 3\s*$/])

  await field.fill('bridge')
  await page.getByLabel('Pattern', { exact: true }).fill('\\d+ (euros|October)')
  await expect(marks).toHaveText(['bridge', 'bridge'])
  await page.getByLabel('What the pattern does').selectOption('matches')
  await expect(marks).toHaveText(['1 October', '4 euros', '3 euros'])
  await page.getByLabel('Pattern', { exact: true }).fill('(a+)+$(?=b)')
  await expect(page.getByRole('alert')).toContainText('The pattern cannot be read')
  await page.getByLabel('Pattern', { exact: true }).fill('')
  await field.fill('zeppelin')
  await expect(page.getByText('Nothing found for zeppelin.')).toBeVisible()
  await expect(page.getByText('6 articles were searched, in title and text.')).toBeVisible()
  await page.getByRole('button', { name: 'How to search' }).click()
  await expect(page.getByRole('dialog', { name: 'How to search' })).toBeVisible()
  await assay.finish('search-nothing')
})

test('all hits are tagged at once after a preview, or some of them, and undone as one', async ({ assay }) => {
  await opened(assay)
  const { page } = assay
  await page.keyboard.press('Control+Shift+f')
  await page.getByRole('searchbox').fill('bridge')
  const hits = page.getByRole('grid', { name: 'Hits' }).getByRole('row')
  await expect(hits).toHaveCount(5)
  await page.getByRole('button', { name: 'Tag all hits' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Claim' }).check({ force: true })
  await expect(dialog.getByText('5 sentences in 3 articles will be tagged.')).toBeVisible()
  await assay.finish('search-tag')
  await dialog.getByRole('button', { name: 'Tag 5 sentences' }).click()
  await expect(page.getByText('Tagged: 5 places in 3 articles.')).toBeVisible()
  await expect(page.getByRole('row', { name: /labelled Claim/ })).toHaveCount(5)

  await hits.nth(0).locator('.hit-check').click()
  await hits.nth(1).focus()
  await page.keyboard.press(' ')
  await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'Tag 2 hits' }).click()
  await expect(dialog.getByText('2 have this label already.')).toBeVisible()
  await expect(dialog.getByText('Nothing will be tagged.')).toBeVisible()
  await dialog.getByRole('radio', { name: 'the hit itself' }).check({ force: true })
  await dialog.getByRole('button', { name: 'Tag 2 hits' }).click()
  await expect(page.getByText('Tagged: 2 places in 1 article.')).toBeVisible()
  const tagged = () => JSON.parse(assay.cli('stats', assay.project, '--json'))
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await page.keyboard.press('Control+2')
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await page.keyboard.press('Control+2')
  await expect(hits).toHaveCount(5)
  await expect(page.getByRole('row', { name: /labelled Claim/ })).toHaveCount(0)
  await assay.kill()
  expect(tagged().annotations).toBe(0)
})
