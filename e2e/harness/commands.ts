/** What several journeys do by the palette. */
import { PASSPHRASE } from '../../main/test/protected.ts'
import { type Assay, expect } from './assay.ts'

/** Runs a command of the palette by its name. */
export async function run({ page }: Assay, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(name)
  await expect(page.locator('.palette-row[aria-selected="true"]')).toContainText(name)
  await page.keyboard.press('Enter')
}

/** Protects the open project with `PASSPHRASE`, by the palette and its dialog. */
export async function protect(assay: Assay): Promise<void> {
  const { page } = assay
  await run(assay, 'Protect the project with a passphrase')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New passphrase').fill(PASSPHRASE)
  await dialog.getByLabel('The same again').fill('another')
  await expect(dialog).toContainText('The two are not the same.')
  await dialog.getByLabel('The same again').fill(PASSPHRASE)
  await expect(dialog.getByRole('button', { name: 'Protect' })).toBeDisabled()
  await dialog.getByText('I know that nobody can open the project').click()
  await dialog.getByRole('button', { name: 'Protect' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('The project is protected.')).toBeVisible()
}
