import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Assay, expect, test } from './harness/assay.ts'

const STORIES = [
  ['Alpha', 'The Courier', '2026-03-01', 'Taxes rise in May. Roads fall apart.'],
  ['Bravo', 'The Courier', '2026-06-15', 'A bridge is promised. Nobody believes it.'],
  ['Charlie', 'Daily Fir', '2026-09-30', 'Taxes fall in June. The mayor is glad.'],
  ['Delta', 'Daily Fir', '', 'Water is wet. The harbour is full of it.'],
  ['Echo', 'The Courier', '2026-11-01', 'The strike goes on. Trams stand still.'],
] as const

/** A project with five articles, of two sources. */
async function begin(assay: Assay): Promise<void> {
  assay.cli('init', assay.project, '--name', 'Journey')
  for (const [title, source, published, text] of STORIES) {
    const path = join(assay.folder, `${title}.md`)
    const head = [`title: ${title}`, `source: ${source}`, ...(published ? [`date: ${published}`] : [])]
    writeFileSync(path, `---\n${head.join('\n')}\n---\n\n${text}\n`)
  }
  assay.cli('import', assay.project, ...STORIES.map(([title]) => join(assay.folder, `${title}.md`)))
}

const rows = (page: Page) => page.getByRole('list', { name: 'Articles' }).getByRole('listitem')
const row = (page: Page, title: string) => rows(page).filter({ hasText: title }).getByRole('button')
const titles = (page: Page, ...expected: readonly string[]) =>
  expect(rows(page)).toHaveText(expected.map(title => new RegExp(title)))

/** Runs an item of the menu of what can be done to the chosen articles. */
async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('articles are filtered by all that they are; conditions are taken back one by one, and saved', async ({
  assay,
}) => {
  await begin(assay)
  await assay.open()
  const { page } = assay
  await row(page, 'Echo').waitFor()
  await titles(page, 'Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo')

  // Filters combine, and are taken back one by one.
  await row(page, 'Charlie').click()
  await expect(page.getByRole('document', { name: 'Charlie' })).toBeVisible()
  await page.keyboard.press('c')
  await assay.saved()
  await page.getByRole('button', { name: 'More conditions' }).click()
  const panel = page.getByRole('dialog', { name: 'More conditions' })
  await panel.getByText('Daily Fir').click()
  await titles(page, 'Charlie', 'Delta')
  await panel.getByRole('button', { name: 'Claim', exact: true }).click()
  await titles(page, 'Charlie')
  await assay.finish('library-conditions')
  await panel.getByLabel('Name for this filter').fill('Claims of the Fir')
  await panel.getByRole('button', { name: 'Save the filter' }).click()
  await expect(panel.getByRole('button', { name: 'Claims of the Fir', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove: Label: Claim' }).click()
  await titles(page, 'Charlie', 'Delta')
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(rows(page)).toHaveCount(5)
  await page.getByRole('button', { name: 'More conditions' }).click()
  await panel.getByRole('button', { name: 'Claims of the Fir', exact: true }).click()
  await titles(page, 'Charlie')
  await panel.getByRole('button', { name: 'Forget the filter Claims of the Fir' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await page.getByRole('button', { name: 'More conditions' }).click()
  await panel.getByRole('button', { name: 'In progress' }).click()
  await panel.getByLabel('Published from').fill('2026-07-01')
  await titles(page, 'Charlie')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
})

test('several articles are chosen with the mouse, and collected, marked and dealt, each with one undo', async ({
  assay,
}) => {
  await begin(assay)
  await assay.open()
  const { page } = assay
  await row(page, 'Echo').waitFor()

  // Several are chosen with the mouse, and collected as one step.
  await row(page, 'Alpha').click({ modifiers: ['ControlOrMeta'] })
  await row(page, 'Delta').click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByText('2 chosen')).toBeVisible()
  await assay.finish('library-chosen')
  await act(page, 'Put into a collection')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New collection').fill('Water and taxes')
  await dialog.getByRole('button', { name: 'Create, and put into it' }).click()
  await expect(page.getByText('2 articles put into the collection.').first()).toBeVisible()
  await page.getByLabel('Collection', { exact: true }).selectOption({ label: 'Water and taxes (2)' })
  await titles(page, 'Alpha', 'Delta')
  await expect(page.getByText('2 of 5 articles listed')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('No article fits.')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await titles(page, 'Alpha', 'Delta')
  await page.getByLabel('Collection', { exact: true }).selectOption('')

  // A stretch, marked as read to the end.
  await row(page, 'Alpha').click()
  await row(page, 'Bravo').click({ modifiers: ['Shift'] })
  await act(page, 'Mark as read to the end')
  await expect(row(page, 'Bravo')).toContainText('0 tagged, 2 reviewed of 2')
  await expect(row(page, 'Alpha')).toContainText('0 tagged, 2 reviewed of 2')
  await expect(assay.sentence(1)).toHaveAttribute('data-reviewed', 'true')
  await page.keyboard.press('Control+z')
  await expect(row(page, 'Bravo')).toContainText('0 tagged, 0 reviewed of 2')

  // Dealt to the person, and there under that name.
  await row(page, 'Echo').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Deal to an annotator' }).click()
  await dialog.getByRole('button', { name: 'Deal', exact: true }).click()
  await page.getByLabel('Collection', { exact: true }).selectOption({ label: 'Dealt to me (1)' })
  await titles(page, 'Echo')
  await page.getByLabel('Collection', { exact: true }).selectOption('')
})

test('an article is described, thrown away, and taken back; what is chosen is exported', async ({
  assay,
}) => {
  await begin(assay)
  await assay.open()
  const { page } = assay
  await row(page, 'Echo').waitFor()
  const dialog = page.getByRole('dialog')

  // Metadata, in place and by one key from the reader.
  await row(page, 'Delta').click()
  await expect(page.getByRole('document', { name: 'Delta' })).toBeVisible()
  await page.keyboard.press('Alt+Enter')
  await dialog.getByLabel('Source').fill('The Harbour Post')
  await dialog.getByLabel('Title').fill('Wet water')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'Wet water')).toContainText('The Harbour Post')
  await expect(page.getByRole('document', { name: 'Wet water' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row(page, 'Delta')).toContainText('Daily Fir')

  // Thrown away: nowhere but in the bin; the list goes on with the next.
  await row(page, 'Charlie').click()
  await expect(page.getByRole('document', { name: 'Charlie' })).toBeVisible()
  await page.keyboard.press('c')
  await assay.saved()
  await row(page, 'Charlie').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Put into the bin' }).click()
  // A notice takes back what it tells of, and only as long as that is the last step.
  const offer = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' })
  await expect(offer).toBeVisible()
  await titles(page, 'Alpha', 'Bravo', 'Delta', 'Echo')
  await expect(page.getByRole('document', { name: 'Delta' })).toBeVisible()
  await expect(page.getByText(/^4 articles ·/)).toBeVisible()
  await page.keyboard.press('f')
  await expect(offer).toBeHidden()
  // Where the article is not in sight it is told what was taken back.
  await page.keyboard.press('Control+4')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: label/)).toBeVisible()
  await page.keyboard.press('Control+1')
  await page.getByLabel('Collection', { exact: true }).selectOption({ label: 'Bin (1)' })
  await titles(page, 'Charlie')
  await expect(page.getByText('1 article in the bin')).toBeVisible()
  await page.getByRole('button', { name: 'Collections and columns' }).click()
  await page.getByRole('menuitem', { name: 'Empty the bin' }).click()
  await expect(page.getByText('The bin is empty.')).toBeVisible()
  await assay.finish('library-bin')
  await page.keyboard.press('Control+z')
  await titles(page, 'Charlie')
  await page.keyboard.press('Control+z')
  await page.getByLabel('Collection', { exact: true }).selectOption('')
  // What comes back is where it was.
  await titles(page, 'Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo')
  await expect(row(page, 'Charlie')).toContainText('1 tagged, 1 reviewed of 2')

  // What is exported is what is chosen.
  await row(page, 'Alpha').click({ modifiers: ['ControlOrMeta'] })
  await row(page, 'Echo').click({ modifiers: ['ControlOrMeta'] })
  const lines = (await assay.exported('jsonl')).trim().split('\n')
  expect(lines.map(line => JSON.parse(line).title)).toEqual(['Alpha', 'Echo'])
})

test('the library is worked in by keyboard alone', async ({ assay }) => {
  await begin(assay)
  await assay.open()
  const { page } = assay
  await row(page, 'Echo').waitFor()
  await titles(page, 'Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo')
  await page.keyboard.press('Alt+l')
  await expect(row(page, 'Alpha')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(row(page, 'Bravo')).toHaveAccessibleName(/^Chosen: ?Bravo/)
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await expect(page.getByText('4 chosen')).toBeVisible()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('5 chosen')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/ chosen$/)).toHaveCount(0)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('document', { name: 'Alpha' })).toBeVisible()
  await page.keyboard.press('Alt+l')
  await page.keyboard.press('Delete')
  await titles(page, 'Bravo', 'Charlie', 'Delta', 'Echo')
  await page.keyboard.press('Control+z')
  await titles(page, 'Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo')

  await page.keyboard.press('Alt+l')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Describe the article' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Alpha')).toContainText('0 tagged, 2 reviewed of 2')

  await page.keyboard.press('Control+Shift+l')
  await expect(page.getByLabel('Filter articles')).toBeFocused()
  await page.keyboard.type('tax')
  await titles(page, 'Alpha', 'Charlie')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Name for this filter')).toBeFocused()
  await page.keyboard.type('Taxes')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Taxes', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'More conditions' })).toBeFocused()
  await assay.finish('library-keyboard')
  await page.reload()
  await page.getByRole('button', { name: 'More conditions' }).click()
  await page.getByRole('button', { name: 'Taxes', exact: true }).click()
  await titles(page, 'Alpha', 'Charlie')
})
