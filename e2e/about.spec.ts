import { expect, test } from './harness/assay.ts'

test('About Assay says its version, and of all that it is made of the licence', async ({ assay }) => {
  await assay.open('first-start')
  const { page } = assay
  await assay.sentence(1).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Everything' }).fill('About Assay')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'About Assay' })
  await expect(dialog.getByText('Version 0.1.0')).toBeVisible()
  const works = dialog.getByRole('region', { name: 'What Assay is made of' })
  await expect(works.getByRole('listitem').first()).toContainText('Assay 0.1.0')
  await works.getByText(/^react 19/).click()
  await expect(works.getByText('Meta Platforms').first()).toBeVisible()
  await assay.finish('about')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
