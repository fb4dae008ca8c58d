/** What becomes of what the person does where another window, or another start of Assay, comes between. */
import { PASSPHRASE } from '../main/test/protected.ts'
import { expect, test } from './harness/assay.ts'
import { protect } from './harness/commands.ts'

const TEXT = Array.from({ length: 9 }, (_, index) => `Sentence number ${index + 1} is here.`).join(' ')

test('what is being written when another window locks the project is saved once it is open again', async ({
  assay,
  host,
}) => {
  test.skip(host === 'electron', 'it has one window')
  await assay.open()
  await assay.paste(TEXT, 'Nine sentences')
  const { page } = assay
  await page.keyboard.press('f')
  await page.keyboard.press('ArrowUp')
  await assay.saved()
  await protect(assay)

  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator('[data-sentence="1"]').waitFor()
  await page.bringToFront()
  // A field that keeps nothing before it is left.
  const role = page.getByLabel('Role', { exact: true })
  await role.click()
  await page.keyboard.type('Looked up', { delay: 5 })
  await other.keyboard.press('Control+Shift+K')
  await expect(page.getByText('1 step waits to be saved until the project is open again.')).toBeVisible()
  await assay.finish('locked-with-a-step')
  // Another project would let it go.
  await page.getByRole('button', { name: 'Another project' }).click()
  await page.getByRole('dialog').getByLabel('New project').fill('Another')
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('dialog').getByText('1 step waits to be saved')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await assay.saved()
  await page.reload()
  await expect(role).toHaveValue('Looked up')
  await expect(other.getByLabel('Role', { exact: true })).toHaveValue('Looked up')
})

test('a tag that is given while Assay is ended is saved by the next start, once its address is opened', async ({
  assay,
  host,
}) => {
  test.skip(host === 'electron', 'its window ends with it')
  await assay.open()
  await assay.paste(TEXT, 'Nine sentences')
  const { page } = assay
  await page.keyboard.press('f')
  await assay.saved()
  const address = await assay.restart()
  await page.keyboard.press('p')
  await expect(page.locator('.save-state')).toContainText('Not saved')
  await page.keyboard.press('c')
  await expect(page.locator('.save-state')).toContainText('This is not the address that Assay printed.')
  const other = await page.context().newPage()
  await other.goto(address)
  await assay.saved()
  for (const [number, label] of [
    [1, 'fact'],
    [2, 'pledge'],
    [3, 'claim'],
  ] as const)
    await expect(other.locator(`[data-sentence="${number}"]`)).toHaveAttribute('data-labels', label)
  // The window hears again what others do.
  await other.bringToFront()
  await other.locator('[data-sentence="5"]').click()
  await other.keyboard.press('o')
  await expect(assay.sentence(5)).toHaveAttribute('data-labels', 'opinion')
  await assay.kill()
  expect(assay.cli('show', assay.project, 'Nine sentences')).toMatch(
    /fact[\s\S]*pledge[\s\S]*claim[\s\S]*opinion/,
  )
})
