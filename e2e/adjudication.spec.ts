import { readFileSync } from 'node:fs'
import { expect, test } from './harness/assay.ts'
import { makeTeamProject } from './harness/team.ts'

test('somebody decides between three annotators by keyboard alone; undo takes it back, and gold goes out', async ({
  assay,
}) => {
  makeTeamProject(assay)
  await assay.open()
  const { page } = assay
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('Control+7')
  const view = page.getByRole('main', { name: 'Adjudicate' })
  const article = view.getByRole('region', { name: 'Harbour bridge stays shut', exact: true })
  const place = (number: number) => article.getByRole('region', { name: `Sentence ${number} in its place` })
  const decision = article.getByRole('region', { name: 'Decision' })
  await expect(view.getByText('7 sentences to decide, 3 disagreed; 0 decided')).toBeVisible()

  // The first on which they disagree stands in its place, the layers beside one another, with notes.
  await expect(place(1).locator('mark')).toHaveText('The harbour bridge will stay shut until autumn.')
  await expect(article.getByText('They disagree.')).toBeVisible()
  const said = article.getByRole('list', { name: 'What they say' }).getByRole('listitem')
  await expect(said).toHaveCount(3)
  await expect(said.filter({ hasText: 'Borys' })).toContainText('Nobody promises anything here.')
  await assay.finish('adjudication')

  // Why, then one key that takes a layer and goes on.
  await press('Shift+s', 'n')
  await page.keyboard.type('The word is will, but nobody acts.')
  await press('Enter')
  const borys = await said.filter({ hasText: 'Borys' }).locator('kbd').textContent()
  await press(borys ?? '')
  await expect(place(3)).toBeVisible()
  await press('ArrowUp')
  await expect(decision).toContainText('Claim taken from an annotator')
  await expect(decision).toContainText('A slip · The word is will, but nobody acts.')

  // Undo, wherever one has gone meanwhile, shows what it took back; redo decides again.
  await press('Control+z')
  await expect(article.getByText('Not decided yet')).toBeVisible()
  await expect(place(1)).toBeVisible()
  await press('Control+Shift+z')
  await expect(decision).toContainText('Claim')

  // A label of one's own, then that no label is right.
  await press('ArrowDown')
  await expect(place(3)).toBeVisible()
  await press('o')
  await press('ArrowUp')
  await expect(decision).toContainText('Opinion given by whoever decided')
  await press('0')
  await expect(view.getByText('5 sentences to decide, 1 disagreed; 2 decided')).toBeVisible()

  // What all agree on at once; what only one has said is left.
  await press('Shift+Enter')
  await expect(page.getByText('2 sentences decided in 1 article.')).toBeVisible()
  await expect(view.getByText('3 sentences to decide, 1 disagreed; 4 decided')).toBeVisible()

  // The rest by a rule, whose outcome is said before.
  await page.getByRole('button', { name: 'Decide by a rule …' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Rule/ }).press('Enter')
  await page.getByRole('option', { name: 'what more than half say' }).press('Enter')
  await expect(dialog.getByText(/^Would decide 3 sentences in 1 article/)).toBeVisible()
  await assay.finish('adjudication-rule')
  await dialog.getByRole('button', { name: 'Decide so' }).press('Enter')
  await expect(view.getByText('0 sentences to decide, 0 disagreed; 7 decided')).toBeVisible()
  await press('Control+z')
  await expect(view.getByText('3 sentences to decide, 1 disagreed; 4 decided')).toBeVisible()
  await press('Control+Shift+z')
  await expect(view.getByText('0 sentences to decide, 0 disagreed; 7 decided')).toBeVisible()

  // Feedback for one of them, and the gold layer for another program.
  await page.getByRole('button', { name: 'Feedback to an annotator …' }).press('Enter')
  await dialog.getByRole('button', { name: /For/ }).press('Enter')
  await page.getByRole('option', { name: 'Anna' }).press('Enter')
  const told = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Write feedback' }).press('Enter')
  const feedback = readFileSync(await (await told).path(), 'utf8')
  expect(feedback).toContain('The word is will, but nobody acts.')
  await expect(page.getByText(/of 7 decided sentences were decided otherwise/)).toBeVisible()
  await page.getByRole('button', { name: 'Export gold …' }).press('Enter')
  await expect(dialog.getByRole('checkbox', { name: 'Gold' })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: 'Anna' })).not.toBeChecked()
  const exported = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  const gold = readFileSync(await (await exported).path(), 'utf8')
  expect([...gold.matchAll(/"annotator":\s*"([^"]+)"/g)].map(([, name]) => name)).toEqual(
    expect.arrayContaining(['Gold']),
  )
  await dialog.getByRole('button', { name: 'Done' }).press('Enter')
})

test('what was decided on other ground is flagged, and stands once somebody says so', async ({ assay }) => {
  makeTeamProject(assay)
  assay.cli('adjudicate', assay.project, '--rule', 'agreed')
  assay.cli('tag', assay.project, 'Harbour bridge stays shut', '2', 'claim', '--annotator', 'Chloe')
  await assay.open()
  const { page } = assay
  await page.keyboard.press('Control+7')
  const view = page.getByRole('main', { name: 'Adjudicate' })
  await expect(view.getByText(/1 on other ground/).first()).toBeVisible()
  const article = view.getByRole('region', { name: 'Harbour bridge stays shut', exact: true })
  await expect(article.getByRole('list', { name: 'What they say' })).toBeVisible()
  for (let steps = 0; steps < 2; steps++) await page.keyboard.press('ArrowDown')
  await expect(article.getByText('Annotators say something else since')).toBeVisible()
  await assay.finish('adjudication-stale')
  await page.keyboard.press('Enter')
  await expect(view.getByText(/on other ground/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(view.getByText(/1 on other ground/).first()).toBeVisible()
})

test('where nobody has annotated it says what to do', async ({ assay }) => {
  await assay.open()
  await assay.paste('Nobody was here. It rains.')
  await assay.page.keyboard.press('Control+7')
  await expect(assay.page.getByText('Nobody has annotated anything yet.')).toBeVisible()
  await assay.finish('adjudication-empty')
})
