import { type Assay, expect, test } from './harness/assay.ts'
import { makeTeamProject } from './harness/team.ts'

const labels = (assay: Assay, number: number) => assay.sentence(number).getAttribute('data-labels')

/** Says, in the settings, which annotator of the project the person is. */
async function become({ page }: Assay, name: string): Promise<void> {
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('button', { name: /In this project you are/ }).click()
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
  await dialog.getByRole('button', { name: `I am ${name}` }).click()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

test('an annotator says who they are, reads again what was dealt to them twice, and sees how far they agree with themselves', async ({
  assay,
}) => {
  makeTeamProject(assay)
  await assay.open()
  const { page } = assay
  const me = page.getByRole('banner').getByRole('button', { name: /^(Anna|Borys)( \(second reading\))?$/ })

  // “That is me”, taken back, and said again.
  await become(assay, 'Borys')
  await expect(me).toHaveText('Borys')
  await page.getByText('In this project you are Borys now.').waitFor()
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).last().click()
  await expect(me).toBeHidden()
  await become(assay, 'Anna')
  await expect(me).toHaveText('Anna')
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'pledge')

  await assay.sentence(1).focus()
  await page.keyboard.press('p')
  await assay.saved()

  // The lead deals all of Anna’s articles to her a second time.
  await page.keyboard.press('Control+5')
  await page.getByRole('tab', { name: 'Assign' }).click()
  const section = page.getByRole('region', { name: 'Second reading' })
  await section.getByRole('checkbox', { name: 'Anna' }).check({ force: true })
  await section.getByLabel('Part of their articles, in per cent').fill('100')
  const plan = section.getByRole('table', { name: 'Who would read what again' })
  await expect(plan.getByRole('row', { name: /Anna/ })).toContainText('227')
  await section.scrollIntoViewIfNeeded()
  await assay.finish('second-reading-deal')
  await section.getByRole('button', { name: 'Deal out a second time' }).click()
  await expect(page.getByText('2 articles were dealt out a second time.')).toBeVisible()

  // She reads again: nothing of what was said before is there.
  await page.keyboard.press('Control+1')
  await expect(page.getByText('2 articles to read again')).toBeVisible()
  await page.getByRole('button', { name: 'Begin the second reading' }).click()
  await expect(me).toHaveText('Anna (second reading)')
  // What was told to the one can no longer be undone by the other.
  await expect(
    page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }),
  ).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Second reading' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Collection' }).locator('option:checked')).toHaveText(
    /To read again \(2\)|To read again.*2/,
  )
  await assay.sentence(1).waitFor()
  expect(await Promise.all([1, 2, 3].map(number => labels(assay, number)))).toEqual([null, null, null])
  await assay.sentence(1).focus()
  // Nor is the label that was given last in the first reading.
  await page.keyboard.press('.')
  expect(await labels(assay, 1)).toBeNull()
  for (const key of ['c', 'f', 'p', 'o']) await page.keyboard.press(key)
  await assay.saved()
  await assay.finish('second-reading')
  await page.keyboard.press('Control+6')
  await expect(page.getByText('Agreement takes two annotators or more.')).toBeVisible()
  await page.keyboard.press('Control+1')

  // It stays until she ends it, also over a restart.
  await assay.close()
  await assay.open()
  await expect(assay.page.getByRole('region', { name: 'Second reading' })).toBeVisible()
  await assay.page.getByRole('button', { name: 'End the second reading' }).click()
  await expect(assay.page.getByRole('region', { name: 'Second reading' })).toBeHidden()
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'pledge')

  // Her own consistency, apart from agreement with others.
  await assay.page.keyboard.press('Control+6')
  const own = assay.page.getByRole('region', { name: 'Own consistency' })
  const row = own.getByRole('row', { name: /Anna/ })
  await expect(row).toContainText('4 in 1 article')
  await expect(row).toContainText('0.75')
  await row.getByRole('button', { name: 'Anna: 1 sentence judged otherwise the second time' }).click()
  const sentence = own.getByRole('list', { name: /judged otherwise/ }).locator('.compared-sentence')
  await expect(sentence).toContainText('first reading')
  await own.scrollIntoViewIfNeeded()
  await assay.finish('own-consistency')
  await sentence.getByRole('button').first().click()
  await expect(assay.sentence(1)).toHaveAttribute('aria-current', 'true')
})

test('what a changed codebook touches is gone through like a queue, and leaves it when it is still right', async ({
  assay,
}) => {
  await assay.open()
  await assay.paste('Taxes rise in May. Roads fall apart! Nobody knows why.')
  const { page } = assay
  for (const key of ['f', 'c', 'f']) await page.keyboard.press(key)
  await assay.saved()
  await page.keyboard.press('Control+4')
  await page.getByRole('treegrid', { name: 'Labels' }).getByRole('row', { name: /Fact/ }).click()
  await page.getByLabel('Definition').fill('What can be checked against a source.')
  await page.getByRole('button', { name: 'Save the codebook' }).click()
  await expect(page.getByText('The codebook was changed.')).toBeVisible()

  await page.keyboard.press('Control+5')
  await page.getByRole('tab', { name: 'Guideline' }).click()
  await page.getByRole('button', { name: 'Go through them' }).click()
  await expect(assay.sentence(1)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Control+Enter')
  await expect(assay.sentence(3)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('F8')
  await expect(page.getByText('this sentence is the only one')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('no sentence of the project is left')).toBeVisible()
})
