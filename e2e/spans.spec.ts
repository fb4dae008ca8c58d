import { expect, test } from './harness/assay.ts'

const ARTICLE = `Mayor Brandt promised a bridge by May and called the delay a disgrace. Nobody believes her.

The second paragraph begins here. It goes on with more. It ends there.

The third says little.`

test('pieces smaller and larger than a sentence are picked by keyboard, tagged, reached, changed and undone', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE, 'Pieces')
  const first = assay.sentence(1)

  // A word, then more of them.
  await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('p')
  await expect(first).toHaveAttribute('data-labels', 'pledge')
  await expect(first.locator('[data-colour] .piece')).toHaveText('Mayor Brandt promised a bridge by May')
  await expect(first).toHaveAttribute('aria-current', 'true')

  // Another one that overlaps it; each keeps its own line.
  await page.keyboard.press('ArrowLeft')
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('o')
  await expect(first).toHaveAttribute('data-labels', 'pledge opinion')
  await expect(page.getByRole('heading', { name: 'Opinion' })).toBeVisible()
  await page.keyboard.press('e')
  await page.keyboard.press('Delete')
  await expect(first).toHaveAttribute('data-labels', 'opinion')
  await page.keyboard.press('Control+z')
  await expect(first).toHaveAttribute('data-labels', 'pledge opinion')

  // The range of an annotation is changed, by characters too.
  await page.keyboard.press('r')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await assay.saved()
  await assay.finish('pieces')

  // One annotation over several sentences.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  for (const number of [3, 4]) await expect(assay.sentence(number)).toHaveAttribute('data-labels', 'claim')
  await assay.saved()
  const { annotations } = JSON.parse(await assay.exported('jsonl'))
  const quotes = annotations.map((one: { label: string; start: number; end: number }) => [
    one.label,
    [...ARTICLE].slice(one.start, one.end).join(''),
  ])
  expect(quotes).toEqual([
    ['pledge', 'Mayor Brandt promised a bridge b'],
    ['opinion', 'May and called the delay a disgrace'],
    ['claim', 'The second paragraph begins here. It goes on with more.'],
  ])
  await page.keyboard.press('Control+z')
  await expect(assay.sentence(3)).not.toHaveAttribute('data-labels')
})

test('a piece is dragged over with the mouse, and the annotation under the pointer is chosen', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE, 'Dragging')
  const box = await assay.sentence(2).boundingBox()
  if (!box) throw new Error('the sentence is not shown')
  const line = box.y + box.height / 2
  await page.mouse.move(box.x + 12, line)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 60, line, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Opinion' }).click()
  const piece = assay.sentence(2).locator('.piece')
  await expect(piece).toHaveText('Nobody believes')
  await page.keyboard.press('Escape')
  await assay.sentence(3).click()
  await piece.click()
  await expect(page.getByRole('heading', { name: 'Opinion' })).toBeVisible()
  await piece.hover()
  await expect(page.locator('.hover-card')).toContainText('Opinion')
  await assay.saved()
  await assay.finish('dragged')
})

test('what was read, cannot be judged or is difficult is said with one key, shown, and exported', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE, 'Coverage')
  await page.keyboard.press('d')
  await expect(assay.sentence(1)).toHaveAttribute('data-judgement', 'difficult')
  await page.keyboard.press('f')
  await page.keyboard.press('x')
  await expect(assay.sentence(2)).toHaveAttribute('data-judgement', 'cannot-judge')
  await page.keyboard.press('c')
  await page.keyboard.press('Shift+Space')
  for (const number of [4, 5]) await expect(assay.sentence(number)).toHaveAttribute('data-judgement', 'read')
  await expect(assay.sentence(6)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('.')
  await expect(assay.sentence(6)).toHaveAttribute('data-labels', 'claim')
  await expect(page.getByRole('list', { name: 'Articles' })).toContainText('6')
  await assay.saved()
  await assay.finish('coverage')
  const { reviews } = JSON.parse(await assay.exported('jsonl'))
  expect(reviews.map((one: { judgement: string }) => one.judgement).sort()).toEqual([
    'cannot-judge',
    'difficult',
    'read',
    'read',
  ])
  await assay.sentence(6).click()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  for (const number of [4, 5]) await expect(assay.sentence(number)).not.toHaveAttribute('data-judgement')
})
