import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Assay, expect, test } from './harness/assay.ts'

/** Chooses files with these contents in the dialog of the system. */
async function choose({ page, folder }: Assay, files: Record<string, string | Buffer>): Promise<void> {
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  })
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).first().click()
  await (await choosing).setFiles(paths)
}

const PAGE = `<!doctype html><html lang="en"><head><title>Bridge shut | The Courier</title>
<meta property="og:title" content="Harbour bridge shut"><meta property="og:site_name" content="The Courier">
<meta name="author" content="Ida Marrin"><meta property="article:published_time" content="2026-03-13T08:00:00Z"></head>
<body><nav>Home Sport Weather</nav><article><h1>Harbour bridge shut</h1>
<p>The harbour bridge stays shut until autumn, the mayor said on Tuesday, after engineers had found cracks in it.</p>
<p>“We will open it by 1 October,” she promised the shopkeepers who had come to the town hall to hear her speak.</p>
<script>document.title = 'run'</script></article><footer>All rights reserved</footer></body></html>`

test('a saved page is looked at, corrected, and comes in as its readable text', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await choose(assay, { 'page.html': PAGE })
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await expect(dialog.getByLabel('Title')).toHaveValue('Harbour bridge shut')
  await expect(dialog.getByLabel('Author')).toHaveValue('Ida Marrin')
  const text = dialog.getByRole('region', { name: 'Text' })
  await expect(text).toContainText('We will open it by 1 October')
  await expect(text).not.toContainText('Weather')
  await dialog.getByLabel('Source').fill('The Selwick Courier')
  await page.waitForTimeout(200)
  await assay.finish('import-page')
  await dialog.getByRole('button', { name: 'Import file' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('listitem').first()).toContainText('The Selwick Courier')
  await expect(assay.sentence(1)).toBeVisible()
  expect(JSON.parse(await assay.exported('jsonl'))).toMatchObject({
    author: 'Ida Marrin',
    source: 'The Selwick Courier',
    language: 'en',
  })
})

test('a table comes in row by row with the columns chosen, its labels as annotations, and the choice is remembered', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  const table = (start: number) =>
    [
      'a;b;c',
      ...[1, 2, 3].map(
        row => `${start + row};Story ${start + row} tells of many things. It ends well for all.;claim`,
      ),
    ].join('\n')
  await choose(assay, { 'stories.csv': table(0) })
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.locator('#column-text').selectOption('b')
  await dialog.getByLabel('Title', { exact: true }).first().selectOption('a')
  await dialog.getByLabel('Label', { exact: true }).selectOption('c')
  await expect(dialog.getByText('Article 1 of 3')).toBeVisible()
  await page.waitForTimeout(200)
  await assay.finish('import-table')
  await dialog.getByRole('button', { name: 'Import file' }).click()
  await expect(page.getByText('3 articles added, 3 annotations added.')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.locator('[data-labels="claim"]')).toHaveCount(2)

  await choose(assay, { 'more.csv': table(10) })
  await expect(dialog.locator('#column-text')).toHaveValue('b')
  await expect(dialog.getByLabel('Label', { exact: true })).toHaveValue('c')
})

test('of a mixed lot each file has its own outcome, which can be saved as a report', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  const names = ['mail.eml', 'works.ris', 'broken.docx', 'note.txt']
  await choose(assay, {
    'mail.eml':
      'From: Ida <ida@example.org>\r\nSubject: Bridge\r\nDate: Fri, 13 Mar 2026 08:00:00 +0000\r\n\r\nThe bridge is shut. It stays so.\r\n',
    'works.ris': 'TY  - NEWS\nTI  - Note on the harbour bridge\nAU  - Marrin, Ida\nER  - \n',
    'broken.docx': Buffer.from('PK\u0003\u0004 not a document'),
    'note.txt': 'Note on the harbour bridge\n\nIt has been shut for a month. Nobody knows why.',
  })
  await page.getByRole('button', { name: 'Import 4 files' }).click()
  await expect(page.getByText('2 articles added, 1 file refused.')).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save report' }).click()
  const report = readFileSync(await (await downloading).path(), 'utf8')
  for (const name of names) expect(report).toContain(name)
  expect(report).toMatch(/broken\.docx\trefused\t\S/)
  await assay.finish('import-mixed')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Note on the harbour bridge' })).toBeVisible()
})

test('a page is fetched on demand only; a private address is refused, and nothing at all while working offline', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await page.getByRole('button', { name: 'Import a folder or web pages' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByLabel('Web addresses').fill('http://127.0.0.1:9/secret')
  // While a page is on its way the button is disabled and has no focus; Escape has to reach the dialog afterwards.
  await page.route('**/call/source.fetch', async route => {
    await new Promise(resolve => setTimeout(resolve, 300))
    await route.continue()
  })
  await dialog.getByRole('button', { name: 'Fetch' }).click()
  await expect(dialog.locator('.problem')).toContainText('127.0.0.1')
  await assay.finish('import-empty')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.locator('.bar-tools button').last().click()
  await page.getByText('Work offline').click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Import a folder or web pages' }).click()
  await expect(dialog.getByLabel('Web addresses')).toBeHidden()
})
