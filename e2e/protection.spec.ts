import { filesWith, OTHER, PASSPHRASE } from '../main/test/protected.ts'
import { type Assay, expect, test } from './harness/assay.ts'
import { protect, run } from './harness/commands.ts'

const WORD = 'Quorblax'
const TEXT = Array.from(
  { length: 30 },
  (_, index) => `Sentence ${index + 1} says something of ${WORD} and of roads.`,
).join(' ')

/** The files of a journey in which a word stands. */
const filesWithWord = ({ folder }: Assay): string[] => filesWith(folder, [WORD])

test('a project is protected, locked and opened at the same sentence, and no file has a word of it', async ({
  assay,
}) => {
  await assay.open()
  await assay.paste(TEXT, 'Of roads')
  const { page } = assay
  await run(assay, 'Protect the project with a passphrase')
  await assay.finish('protect-dialog')
  await page.keyboard.press('Escape')
  await protect(assay)
  await assay.sentence(1).click()
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowDown')
  await expect(assay.sentence(21)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('f')
  await page.keyboard.press('ArrowUp')
  await page.getByRole('textbox', { name: 'Note' }).fill('Looked up.')
  await page.keyboard.press('Control+Shift+K')

  await expect(page.getByRole('heading', { name: 'Journey.assay is protected' })).toBeVisible()
  expect(await page.content()).not.toContain(WORD)
  expect(await page.content()).not.toContain('Of roads')
  await expect(page).toHaveTitle('Assay')
  await expect(page.locator('[data-live-announcer]')).toHaveText('')
  expect(filesWithWord(assay)).toEqual([])
  const field = page.getByLabel('Passphrase')
  await expect(field).toBeFocused()
  await field.fill(OTHER)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(
    'This is not the passphrase of Journey.assay. Try again; nothing was changed.',
  )
  await assay.finish('locked')
  await field.fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(assay.sentence(21)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Looked up.')
  await assay.sentence(21).click()
  await page.keyboard.press('c')
  await assay.saved()
  expect(filesWithWord(assay)).toEqual([])

  await assay.kill()
  await assay.open()
  await assay.page.getByLabel('Passphrase').fill(PASSPHRASE)
  await assay.page.keyboard.press('Enter')
  await expect(assay.sentence(21)).toHaveAttribute('data-labels', 'claim')
})

test('when nobody is there it is locked, and what was being written is there again', async ({
  assay,
  host,
}) => {
  test.skip(host === 'electron', 'its clock is not put forward')
  assay.prefer({ lockAfter: 5 })
  await assay.open()
  await assay.paste(TEXT, 'Of roads')
  const { page } = assay
  await protect(assay)
  await assay.sentence(3).click()
  await page.getByRole('button', { name: 'Paste', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Text').fill(`Another text of ${WORD}, half written.`)
  await page.waitForTimeout(1000)
  assay.later(6)
  await expect(page.getByRole('heading', { name: 'Journey.assay is protected' })).toBeVisible({
    timeout: 40_000,
  })
  expect(await page.content()).not.toContain(WORD)
  await page.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Text')).toHaveValue(
    `Another text of ${WORD}, half written.`,
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(assay.sentence(3)).toHaveAttribute('aria-current', 'true')
})

test('another protected project asks for its passphrase, and without it the open one stays', async ({
  assay,
}) => {
  await assay.open()
  await assay.paste(TEXT, 'Of roads')
  const { page } = assay
  await protect(assay)
  const other = assay.project.replace('Journey', 'Other')
  assay.cli('init', other, '--name', 'Other')
  await page.getByRole('button', { name: 'Journey' }).click()
  await page.getByLabel('Open from the disk').fill(other)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Other')

  await page.getByRole('button', { name: 'Other' }).click()
  const recent = page.getByRole('listitem').filter({ hasText: 'Journey' })
  await expect(recent.getByRole('img', { name: 'has a passphrase' })).toBeVisible()
  await assay.finish('recent-protected')
  await recent.getByRole('button', { name: 'Journey' }).click()
  const asking = page.getByRole('dialog', { name: 'Journey.assay is protected' })
  await expect(asking).toBeVisible()
  await assay.finish('unlock-dialog')
  await page.keyboard.press('Escape')
  await expect(asking).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Other')

  await run(assay, 'Journey')
  await asking.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journey')
  await expect(assay.sentence(1)).toContainText(WORD)
})

test('the passphrase is changed and removed by who knows it', async ({ assay }) => {
  await assay.open()
  await assay.paste(TEXT, 'Of roads')
  const { page } = assay
  await protect(assay)
  await run(assay, 'Change the passphrase of the project')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Passphrase of the project').fill(OTHER)
  await dialog.getByLabel('New passphrase').fill(OTHER)
  await dialog.getByLabel('The same again').fill(OTHER)
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(dialog).toContainText('This is not the passphrase that the project has.')
  await dialog.getByLabel('Passphrase of the project').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await run(assay, 'Lock the project now')
  await page.getByLabel('Passphrase').fill(OTHER)
  await page.keyboard.press('Enter')
  await expect(assay.sentence(1)).toContainText(WORD)
  expect(filesWithWord(assay)).toEqual([])

  await run(assay, 'Remove the passphrase of the project')
  await dialog.getByLabel('Passphrase of the project').fill(OTHER)
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('The project has no passphrase any more.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lock the project now' })).toHaveCount(0)
  expect(filesWithWord(assay)).toContain(assay.project)
})
