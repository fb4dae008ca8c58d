import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Assay, expect, test } from './harness/assay.ts'

const TEXT = 'Taxes rise in May. Roads fall apart! Nobody knows why.'

/** The keys of one window. */
const keysOf =
  (page: Page) =>
  async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

/** Presses a button that has been found: with the focus on it, as who works by keyboard does. */
async function press(page: Page, name: string | RegExp, within = page.getByRole('dialog')): Promise<void> {
  const button = within.getByRole('button', { name }).first()
  await expect(button).toBeEnabled()
  await button.focus()
  await page.keyboard.press('Enter')
}

/** Shares all, or what is new for a colleague. @returns where the file is */
async function share({ page, folder }: Assay, colleague?: string): Promise<string> {
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Share with colleagues' })
  await dialog.getByRole('radio', { name: colleague ? /What is new/ : /Everything/ }).focus()
  await page.keyboard.press('Space')
  if (colleague) {
    await dialog.getByRole('combobox', { name: 'Colleague' }).focus()
    await page.keyboard.type(colleague)
  }
  const downloading = page.waitForEvent('download')
  await press(page, 'Write the file', dialog)
  const download = await downloading
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  await expect(page.getByRole('dialog', { name: 'Shared' })).toContainText('In it:')
  await page.keyboard.press('Escape')
  return path
}

/** Opens the dialog of the merge with files on its list, and waits until it was looked at. */
async function choose(page: Page, files: readonly string[]) {
  await page.keyboard.press('Control+Shift+O')
  const dialog = page.getByRole('dialog', { name: 'Merge files of colleagues' })
  // A dialog that has just come takes the focus once more.
  await expect.poll(() => dialog.evaluate(it => it.contains(document.activeElement))).toBe(true)
  const choosing = page.waitForEvent('filechooser')
  await press(page, 'Add files', dialog)
  await (await choosing).setFiles([...files])
  await expect(dialog.locator('[data-state="unknown"]')).toHaveCount(0)
  return dialog
}

async function mergeIn(page: Page, files: readonly string[]): Promise<void> {
  const dialog = await choose(page, files)
  await press(page, /^Merge \d/, dialog)
  await press(page, 'Done')
}

/** Names who works here, in the settings. */
async function nameIs({ page }: Assay, name: string): Promise<void> {
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your name').fill(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name })).toBeVisible()
}

/** Tags a sentence of the article that is open, by its number. */
async function tag({ page, saved, sentence }: Assay, number: number, key: string): Promise<void> {
  await page.keyboard.press('Home')
  for (let at = 1; at < number; at++) await page.keyboard.press('j')
  await expect(sentence(number)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press(key)
  await saved()
}

/** Shows what the codebook says of the label Fact. */
async function goToFact({ page }: Assay): Promise<void> {
  await page.keyboard.press('Control+4')
  await page.getByRole('treegrid', { name: 'Labels' }).getByRole('row', { name: /Fact/ }).focus()
  await page.keyboard.press('Enter')
}

/** Defines the label Fact anew, in the codebook. */
async function define(assay: Assay, definition: string): Promise<void> {
  await goToFact(assay)
  const { page } = assay
  await page.getByLabel('Definition').fill(definition)
  await press(page, 'Save the codebook', page.getByRole('region', { name: 'Unsaved changes' }))
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeHidden()
}

/** Two people with the same project, the second of whom began with the file of the first. */
async function team(anna: Assay, borys: Assay): Promise<void> {
  await anna.open()
  await nameIs(anna, 'Anna')
  await anna.paste(TEXT, 'Council')
  await tag(anna, 1, 'f')
  const file = await share(anna)
  await borys.open('first-start')
  await nameIs(borys, 'Borys')
  await borys.page.getByRole('heading', { level: 1 }).getByRole('button').press('Enter')
  const choosing = borys.page.waitForEvent('filechooser')
  await press(borys.page, 'Begin with a colleague’s file')
  await (await choosing).setFiles(file)
  await expect(borys.page.getByRole('heading', { name: 'Journey' })).toBeVisible()
  await expect(borys.page.getByRole('dialog')).toHaveCount(0)
  await expect(borys.sentence(1)).toBeVisible()
  await expect(borys.sentence(1)).not.toHaveAttribute('data-labels')
}

test('two people exchange their work through files: looked at, merged, taken back, and merged again', async ({
  assay: anna,
  colleague: borys,
}) => {
  await team(anna, borys)
  await tag(borys, 1, 'c')
  await tag(borys, 2, 'o')
  const file = await share(borys, 'Anna')
  await borys.page.keyboard.press('Control+5')
  await expect(borys.page.getByRole('listitem').filter({ hasText: 'Anna' })).toContainText(
    'nothing is new since',
  )
  await borys.finish('team-exchange')
  await borys.page.keyboard.press('Control+Shift+E')
  await expect(borys.page.getByRole('dialog').getByRole('combobox')).toHaveValue('Anna')
  await borys.finish('team-share')

  const { page } = anna
  const dialog = await choose(page, [file])
  await expect(dialog).toContainText(/Borys made it on .* of the project “Journey”\./)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Council' })).toContainText('Borys: 2 new')
  await expect(dialog.getByRole('row', { name: /^Annotations/ })).toContainText('2')
  await anna.finish('team-merge')
  await press(page, /^Merge \d/, dialog)
  const done = page.getByRole('dialog', { name: 'Merged' })
  await expect(done).toContainText('1 file was merged.')
  const saving = page.waitForEvent('download')
  await press(page, 'Save the report (CSV)', done)
  const report = readFileSync(await (await saving).path(), 'utf8')
  expect(report).toContain('annotations in the article,Council,Borys,added,2')
  await anna.finish('team-merged')
  await page.keyboard.press('Escape')

  // One undo takes it back, and merging again brings it back.
  await press(page, 'Undo', page.getByRole('region', { name: 'Notices' }))
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Undone: merge.')
  const again = await choose(page, [file, file])
  await expect(again.getByRole('list', { name: 'Files to merge' }).getByRole('listitem')).toHaveCount(2)
  await press(page, /^Merge 2/, again)
  await press(page, 'Done')
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('2 files were merged.')
  await expect(page.getByRole('button', { name: 'Undo: Merge' })).toBeVisible()
})

test('what is no exchange file is told in one sentence, and hinders no other', async ({
  assay: anna,
  colleague: borys,
}) => {
  await team(anna, borys)
  await tag(borys, 2, 'o')
  const file = await share(borys)
  const { page } = anna
  const dialog = await choose(page, [join(import.meta.dirname, 'team.spec.ts'), file])
  await expect(dialog).toContainText('Line 1 is no JSON. Ask for the file again; nothing was changed.')
  await anna.finish('team-refused')
  await press(page, 'Merge 1 file', dialog)
  await expect(page.getByRole('dialog', { name: 'Merged' })).toContainText('1 file was merged.')
})

test('of another project the labels are taken for one’s own, once the person says so', async ({
  assay: anna,
  colleague: zoe,
}) => {
  await anna.open()
  await anna.paste(TEXT, 'Council')
  await zoe.open()
  await nameIs(zoe, 'Zoe')
  await zoe.paste(TEXT, 'Council')
  await tag(zoe, 1, 'f')
  await tag(zoe, 2, 'c')
  const { page } = anna
  const dialog = await choose(page, [await share(zoe)])
  const labels = dialog.getByRole('region', { name: 'Labels of the other project' })
  await expect(labels.getByLabel('What “Fact” is taken for')).toHaveValue('fact')
  await expect(dialog.getByRole('button', { name: 'Merge 1 file' })).toBeDisabled()
  await labels.getByLabel('What “Claim” is taken for').focus()
  await labels.getByLabel('What “Claim” is taken for').selectOption('Leave out')
  await expect(dialog.getByRole('row', { name: /^Annotations/ })).toHaveText('Annotations11')
  await labels.getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await anna.finish('team-labels')
  await press(page, 'Merge 1 file', dialog)
  await expect(page.getByRole('dialog', { name: 'Merged' })).toContainText('1 file was merged.')
})

test('two definitions of one label are both kept, until one of the two decides, and carries that back', async ({
  assay: anna,
  colleague: borys,
}) => {
  await team(anna, borys)
  await define(anna, 'What can be checked now.')
  await define(borys, 'What can be checked today.')
  await mergeIn(anna.page, [await share(borys)])

  const { page } = anna
  const keys = keysOf(page)
  await keys('Control+5')
  await page.getByRole('tab', { name: /^Conflicts/ }).focus()
  await expect(page.getByRole('tab', { name: 'Conflicts 1' })).toBeVisible()
  await keys('Enter')
  const conflict = page.getByRole('region', { name: 'Conflict' })
  await expect(conflict.getByRole('row', { name: /^Definition/ })).toContainText('What can be checked today.')
  await expect(conflict.getByRole('columnheader', { name: /Borys/ })).toContainText('shows now')
  await anna.finish('team-conflict')
  await page.getByRole('list', { name: 'Contradictions' }).getByRole('button').focus()
  await keys('2')
  await expect(page.getByText('Nothing contradicts.')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Conflicts', exact: true })).toBeVisible()
  await keys('Control+z')
  await expect(page.getByRole('tab', { name: 'Conflicts 1' })).toBeVisible()
  await page.getByRole('list', { name: 'Contradictions' }).getByRole('button').focus()
  await keys('2')
  await expect(page.getByText('Nothing contradicts.')).toBeVisible()

  await mergeIn(borys.page, [await share(anna)])
  await borys.page.keyboard.press('Control+5')
  await borys.page.getByRole('tab', { name: /^Conflicts/ }).press('Enter')
  await expect(borys.page.getByText('Nothing contradicts.')).toBeVisible()
  await goToFact(borys)
  await expect(borys.page.getByLabel('Definition')).toHaveValue('What can be checked now.')
})

test('a folder keeps two people together while they work, and what came is taken back by itself', async ({
  assay: anna,
  colleague: borys,
}) => {
  await team(anna, borys)
  const folder = join(anna.folder, 'Team')
  mkdirSync(folder)
  for (const { page } of [anna, borys]) {
    await page.keyboard.press('Control+5')
    await page.getByRole('tab', { name: 'Team folder' }).press('Enter')
    await page.getByLabel('Path of the folder').fill(folder)
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Up to date on/)).toBeVisible()
  }
  await borys.page.keyboard.press('Control+1')
  await tag(borys, 2, 'o')
  await borys.page.keyboard.press('Control+5')
  await press(borys.page, 'Synchronise now', borys.page.getByRole('main'))

  const { page } = anna
  const last = page.getByRole('region', { name: 'What came last' })
  await press(page, 'Synchronise now', page.getByRole('main'))
  await expect(last).toContainText('something changed in 1 article')
  await anna.finish('team-folder')
  // A round that brings nothing, and begins the time until the next one.
  await press(page, 'Synchronise now', page.getByRole('main'))
  await expect(page.getByRole('button', { name: 'Synchronise now' })).toBeEnabled()
  await page.keyboard.press('Control+1')
  await tag(anna, 3, 'c')
  await page.keyboard.press('Control+z')
  await expect(anna.sentence(3)).not.toHaveAttribute('data-labels')
  await page.keyboard.press('Control+5')
  await press(page, 'Take it back here', last)
  await expect(last.getByRole('button')).toHaveCount(0)

  await press(page, 'Leave the folder', page.getByRole('main'))
  await expect(page.getByLabel('Path of the folder')).toBeVisible()
})

const PASSPHRASE = 'harbour violet seven ladder'

/** Shares everything in a file that is encrypted. @returns where it is */
async function shareSealed(assay: Assay): Promise<string> {
  const { page, folder } = assay
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Share with colleagues' })
  await dialog.getByRole('radio', { name: /Everything/ }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('checkbox', { name: 'Encrypt it with a passphrase' }).focus()
  await page.keyboard.press('Space')
  await dialog.getByLabel('Passphrase', { exact: true }).fill('too short')
  await expect(dialog.getByRole('button', { name: 'Write the file' })).toBeDisabled()
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await assay.finish('team-share-encrypted')
  const downloading = page.waitForEvent('download')
  await press(page, 'Write the file', dialog)
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.assay\.jsonl\.gz\.age$/)
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  await expect(page.getByRole('dialog', { name: 'Shared' })).toBeVisible()
  await page.keyboard.press('Escape')
  return path
}

test('a file is signed and encrypted: nothing comes of it without its passphrase, and another key in the sender’s name is doubted', async ({
  assay: anna,
  colleague: borys,
}) => {
  test.slow()
  await team(anna, borys)
  await tag(borys, 1, 'c')
  const sealed = await shareSealed(borys)
  const { page } = anna
  const dialog = await choose(page, [sealed])
  await expect(dialog).toContainText('It is encrypted.')
  await dialog.getByLabel('Passphrase', { exact: true }).fill('another passphrase')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('The passphrase is another one.')
  await anna.finish('team-encrypted')
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Signed by a key that you do not know yet')
  await press(page, 'It is the key of Borys', dialog)
  await expect(dialog).toContainText('Signed by Borys, whose key you know.')
  await press(page, 'Merge 1 file', dialog)
  await press(page, 'Done')

  // Whoever has another key is not Borys, until Borys says so.
  rmSync(join(borys.folder, 'data', 'signing-key.json'))
  await tag(borys, 2, 'o')
  const doubtful = await choose(page, [await share(borys)])
  await expect(doubtful).toContainText('Signed by ANOTHER key than the files of Borys before')
  await expect(doubtful.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()
  await anna.finish('team-doubtful')
  await press(page, 'It is the key of Borys', doubtful)
  await press(page, 'Merge 1 file', doubtful)
  await press(page, 'Done')
  await page.keyboard.press('Control+5')
  await expect(page.getByRole('list', { name: 'Keys that you know' }).getByRole('listitem')).toHaveCount(2)
  await anna.finish('team-keys')
})
