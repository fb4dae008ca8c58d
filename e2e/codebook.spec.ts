import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './harness/assay.ts'

// Each looks at the view in both themes, which takes most of its time.
test.slow()

const ARTICLE = 'The bridge closed on Tuesday. The mayor said it was never safe. It is an eyesore.'

test('a codebook is changed by keyboard, says what it touches, and every change is an edition that can be undone', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE, 'Bridge news')
  for (const key of ['f', 'c', 'o']) await page.keyboard.press(key)
  await assay.saved()
  await page.keyboard.press('Control+4')
  const tree = page.getByRole('treegrid', { name: 'Labels' })
  const rows = tree.getByRole('row')
  await expect(rows).toHaveText([/Fact/, /Pledge/, /Claim/, /Opinion/])
  await expect(page.getByText('The codebook is as the project began.')).toBeVisible()

  // Alt and the arrows: down among siblings, right to nest.
  await rows.first().click()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows).toHaveText([/Pledge/, /Fact/, /Claim/, /Opinion/])
  await page.keyboard.press('Alt+ArrowRight')
  await expect(rows.nth(1)).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rows).toHaveText([/Fact/, /Pledge/, /Claim/, /Opinion/])
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await expect(bar).toBeHidden()

  const editor = page.getByRole('region', { name: 'What is said of it' })
  await editor.getByLabel('Name').fill('Established fact')
  await editor.getByRole('radio', { name: 'Sky' }).check({ force: true })
  await editor.getByLabel('Key').fill('c')
  await expect(bar.getByText('The key c of Claim is that of Established fact already.')).toBeVisible()
  await expect(bar.getByRole('button', { name: 'Save the codebook' })).toBeDisabled()
  await editor.getByLabel('Key').fill('n')
  await expect(bar.getByText('The key n does something else in the reader')).toBeVisible()
  await editor.getByLabel('Key').fill('y')
  await expect(bar.getByText('Touches 1 annotation of 1 annotator')).toBeVisible()
  await bar.getByLabel('Why (if you like)').fill('Only what is settled')
  await bar.getByText('1 change').click()
  await expect(bar.getByText('Label changed: Established fact')).toBeVisible()
  await assay.finish('codebook-unsaved')
  await bar.getByRole('button', { name: 'Save the codebook' }).click()
  await expect(bar).toBeHidden()
  const editions = page.getByRole('list', { name: 'Editions' })
  await expect(editions.locator('.edition')).toHaveCount(2)
  await expect(editions).toContainText('Only what is settled')

  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+4')
  await expect(rows.first()).toHaveText(/Fact/)
  await expect(page.getByText('The codebook is as the project began.')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(rows.first()).toHaveText(/Established fact/)

  // A sentence of the corpus becomes an example with one key.
  await page.keyboard.press('Control+1')
  await assay.sentence(1).click()
  await page.keyboard.press('+')
  await expect(page.getByText('Example of Established fact added.').first()).toBeVisible()
  await page.keyboard.press('Control+4')
  await expect(editor.getByLabel('Example 3', { exact: true })).toHaveValue('The bridge closed on Tuesday.')

  await editions.getByRole('button', { name: /As the project began|No reason given/ }).click()
  await expect(rows.first()).toHaveText(/^Fact/)
  await assay.finish('codebook-editions')
})

test('labels are merged and split, and what a split label bears waits to be decided again', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE, 'Bridge news')
  for (const key of ['f', 'c', 'o']) await page.keyboard.press(key)
  await assay.saved()
  await page.getByRole('button', { name: 'Codebook', exact: true }).click()
  const rows = page.getByRole('treegrid', { name: 'Labels' }).getByRole('row')
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  const save = async () => {
    await bar.getByRole('button', { name: 'Save the codebook' }).click()
    await expect(bar).toBeHidden()
  }
  await rows.filter({ hasText: 'Opinion' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('Opinion cannot be removed: 1 annotation bears it.')).toBeVisible()
  await page.getByRole('button', { name: 'Merge …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Into').selectOption('Claim')
  await expect(dialog.getByText('Touches 1 annotation of 1 annotator')).toBeVisible()
  await assay.finish('codebook-merge')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await save()
  await page.keyboard.press('Control+1')
  await expect(assay.sentence(3)).toHaveAttribute('data-labels', 'claim')
  await page.keyboard.press('Control+z')
  await expect(assay.sentence(3)).toHaveAttribute('data-labels', 'opinion')

  await page.keyboard.press('Control+4')
  await rows.filter({ hasText: 'Claim' }).click()
  await page.getByRole('button', { name: 'Split …' }).click()
  await dialog.getByLabel('Name of new label 1').fill('Claim of numbers')
  await dialog.getByLabel('Name of new label 2').fill('Other claim')
  await dialog.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(rows).toHaveText([
    /Fact/,
    /Pledge/,
    /Claim.*retired/,
    /Claim of numbers/,
    /Other claim/,
    /Opinion/,
  ])
  await page.getByRole('region', { name: 'What is said of it' }).getByLabel('Key').fill('q')
  await save()
  await page.getByRole('tab', { name: 'To decide again' }).click()
  await expect(page.getByText('1 annotation of yours bears a label that is retired.')).toBeVisible()
  await assay.finish('codebook-to-decide')
  await page.getByRole('button', { name: /The mayor said it was never safe/ }).click()
  await expect(assay.sentence(2)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('q')
  await expect(assay.sentence(2)).toHaveAttribute('data-labels', 'claim-of-numbers')
  await assay.saved()
  await page.keyboard.press('Control+4')
  await page.getByRole('tab', { name: 'To decide again' }).click()
  await expect(page.getByText('Nothing to decide again.')).toBeVisible()
})

test('attributes are written, a codebook goes out in three formats, and one that comes in is one change', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await page.keyboard.press('Control+4')
  const editor = page.getByRole('region', { name: 'What is said of it' })
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await page.getByRole('button', { name: 'Add an attribute' }).click()
  await editor.getByLabel('Name').fill('Tone')
  await editor.getByLabel('Type').selectOption('One of a list')
  await expect(bar.getByText('Tone (new-attribute) has nothing to choose from.')).toBeVisible()
  await editor.getByLabel('Choices').fill('warm\ncold\n')
  await editor.getByLabel('Opinion').check({ force: true })
  await editor.getByLabel('Asked for when').selectOption('For or against')
  await editor.getByRole('checkbox', { name: 'mixed' }).uncheck({ force: true })
  await assay.finish('codebook-attribute')
  await bar.getByRole('button', { name: 'Save the codebook' }).click()
  await expect(bar).toBeHidden()

  // What bears no value of it is touched all the same once there has to be one.
  const required = editor.getByRole('checkbox', { name: /^Required/ })
  await required.check({ force: true })
  await expect(bar.getByText('Annotations without Tone count as incomplete from then on.')).toBeVisible()
  await required.uncheck({ force: true })
  await expect(bar).toBeHidden()

  const written = async (format: string) => {
    await page.getByRole('button', { name: 'Export …' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format }).click()
    return readFileSync(await (await downloading).path(), 'utf8')
  }
  const json = JSON.parse(await written('Codebook of Assay'))
  expect(json.attributes.at(-1)).toMatchObject({
    name: 'Tone',
    type: 'choice',
    choices: ['warm', 'cold'],
    labels: ['opinion'],
    condition: { attribute: 'attitude', values: ['for', 'against'] },
  })
  expect(await written('REFI-QDA')).toContain('<CodeBook')
  expect(await written('Page to print')).toContain('Tone')

  const path = join(assay.folder, 'theirs.json')
  const theirs = {
    id: 'rumour',
    name: 'Rumour',
    definition: 'Hearsay.',
    colour: 'sky',
    key: 'r',
    exclusive: true,
  }
  writeFileSync(
    path,
    JSON.stringify({
      labels: [
        { ...json.labels[0], definition: 'As they say.' },
        { ...theirs, position: 1 },
      ],
      attributes: [],
    }),
  )
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import …' }).click()
  await (await choosing).setFiles(path)
  await bar.getByText('2 changes').click()
  await expect(bar.getByText('Label changed: Fact')).toBeVisible()
  await expect(bar.getByText('Label added: Rumour')).toBeVisible()
  await expect(bar.getByLabel('Why (if you like)')).toHaveValue('Import of theirs.json')
  await bar.getByRole('button', { name: 'Save the codebook' }).click()
  const rows = page.getByRole('treegrid', { name: 'Labels' }).getByRole('row')
  await expect(rows).toHaveCount(5)
  await page.getByRole('button', { name: 'Undo', exact: false }).first().click()
  await expect(rows).toHaveCount(4)
})

test('a new project begins with the codebook that was chosen', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await page.getByRole('button', { name: 'Journey' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New project').fill('Arguments')
  await dialog.getByLabel('Codebook').selectOption('Claim, premise, other')
  await assay.finish('codebook-ready')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('treegrid', { name: 'Labels' }).getByRole('row')).toHaveText([
    /Claim/,
    /Premise/,
    /Other/,
  ])
})

test('a label is dragged under another one, and out again', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await page.keyboard.press('Control+4')
  const rows = page.getByRole('treegrid', { name: 'Labels' }).getByRole('row')
  const row = (name: string) => rows.filter({ hasText: name })
  await expect(rows).toHaveText([/Fact/, /Pledge/, /Claim/, /Opinion/])
  await row('Opinion').dragTo(row('Fact'))
  await expect(rows).toHaveText([/Fact/, /Opinion/, /Pledge/, /Claim/])
  await expect(row('Opinion')).toHaveAttribute('aria-level', '2')
  // The upper edge of a row is the place before it.
  await row('Opinion').dragTo(row('Fact'), { targetPosition: { x: 60, y: 2 } })
  await expect(rows).toHaveText([/Opinion/, /Fact/, /Pledge/, /Claim/])
  await expect(row('Opinion')).toHaveAttribute('aria-level', '1')
  await page.getByRole('button', { name: 'Save the codebook' }).click()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeHidden()
  await page.reload()
  await page.keyboard.press('Control+4')
  await expect(rows).toHaveText([/Opinion/, /Fact/, /Pledge/, /Claim/])
  await assay.finish('codebook-dragged')
})

test('a codebook that is not saved keeps the project open until it is saved or let go', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await page.keyboard.press('Control+4')
  await page.getByRole('treegrid', { name: 'Labels' }).getByRole('row').filter({ hasText: 'Fact' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Truth')
  const create = async () => {
    await page.getByRole('button', { name: 'Journey' }).click()
    await page.getByRole('dialog').getByLabel('New project').fill('Another')
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  }
  await create()
  await expect(page.getByRole('dialog').getByText('Save or discard them first.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Truth')
  await page.getByRole('button', { name: 'Discard' }).click()
  await create()
  await expect(page.getByRole('button', { name: 'Another' })).toBeVisible()
})

test('undo in the codebook takes back its steps that are not saved, and none of the project', async ({
  assay,
}) => {
  await assay.open()
  await assay.paste('One. Two.', 'Two sentences')
  const { page } = assay
  await page.keyboard.press('f')
  await assay.saved()
  await page.keyboard.press('Control+4')
  const rows = page.getByRole('treegrid', { name: 'Labels' }).getByRole('row')
  const editor = page.getByRole('region', { name: 'What is said of it' })
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await rows.filter({ hasText: 'Fact' }).click()
  // A box that is ticked keeps no key with Ctrl for itself.
  await editor.getByRole('checkbox', { name: 'Stands alone' }).focus()
  await page.keyboard.press('Space')
  await expect(bar).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(bar).toBeHidden()
  await page.keyboard.press('Control+Shift+z')
  await expect(bar).toBeVisible()

  // The name of a new label is written over at once.
  await page.getByRole('button', { name: 'Add a label' }).click()
  await expect(editor.getByLabel('Name')).toBeFocused()
  await page.keyboard.insertText('Rumour')
  await expect(rows).toHaveText([/Fact/, /Pledge/, /Claim/, /Opinion/, /Rumour/])
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(bar).toBeHidden()
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(rows.last()).toHaveText(/Rumour/)
  const undo = page.getByRole('button', { name: 'Undo: Unsaved change of the codebook' })
  await undo.click()
  await undo.click()
  await expect(rows).toHaveText([/Fact/, /Pledge/, /Claim/, /Opinion/])
  await undo.click()
  await expect(bar).toBeHidden()
  await rows.first().focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Nothing is left to undo of what is not saved.')).toBeVisible()
  await assay.finish('codebook-undone')
  await page.keyboard.press('Control+1')
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'fact')
  await page.keyboard.press('Control+z')
  await expect(assay.sentence(1)).not.toHaveAttribute('data-labels', 'fact')
})
