import type { Door } from '../app/contract.ts'
import { expect, test } from './harness/assay.ts'

const ARTICLE =
  'The mayor spoke for an hour No one listened to her. The bridge cost 3.5 million. Crowns were short.'

test('a sentence is split by keyboard, its label stays on both parts, and undo joins them', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE, 'Mending')
  await expect(page.locator('[data-sentence]')).toHaveCount(3)
  await page.keyboard.press('c')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('s')
  const hint = page.getByText(/^Split before/)
  await expect(hint).toBeVisible()
  for (let words = 0; words < 20 && !(await hint.textContent())?.includes('“No”'); words++) {
    await page.keyboard.press('ArrowRight')
    if ((await hint.textContent())?.includes('“her.”'))
      for (let back = 0; back < 10; back++) await page.keyboard.press('ArrowLeft')
  }
  await expect(hint).toContainText('“No”')
  await assay.finish('split')
  await page.keyboard.press('Enter')
  await expect(assay.sentence(1)).toHaveText('The mayor spoke for an hour')
  await expect(assay.sentence(2)).toHaveText('No one listened to her.')
  for (const number of [1, 2]) await expect(assay.sentence(number)).toHaveAttribute('data-labels', 'claim')
  await assay.saved()
  const exported = JSON.parse(await assay.exported('jsonl'))
  expect(exported.sentences).toHaveLength(4)
  expect(exported.annotations).toMatchObject([{ start: 0, end: 51 }])

  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-sentence]')).toHaveCount(3)
  await page.keyboard.press('Control+Shift+z')
  await expect(page.locator('[data-sentence]')).toHaveCount(4)
  await page.reload()
  await expect(assay.sentence(2)).toHaveText('No one listened to her.')
})

test('two sentences are joined and keep the annotations of both', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE, 'Mending')
  await page.keyboard.press('j')
  await page.keyboard.press('f')
  await page.keyboard.press('o')
  await page.keyboard.press('k')
  await page.keyboard.press('m')
  await expect(assay.sentence(2)).toHaveText('The bridge cost 3.5 million. Crowns were short.')
  await expect(assay.sentence(2)).toHaveAttribute('data-labels', 'fact opinion')
  await page.keyboard.press('m')
  await expect(page.getByText('This is the last sentence')).toBeVisible()
  await assay.saved()
  await assay.finish('joined')
  await page.keyboard.press('0')
  await expect(assay.sentence(2)).not.toHaveAttribute('data-labels')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-sentence]')).toHaveCount(3)
  await expect(assay.sentence(2)).toHaveAttribute('data-labels', 'fact')
  await expect(assay.sentence(3)).toHaveAttribute('data-labels', 'opinion')
})

test('a sentence is split where the mouse points; Escape leaves it whole', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE, 'Mending')
  const box = await assay.sentence(2).boundingBox()
  if (!box) throw new Error('the sentence has no place')
  await page.keyboard.press('s')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Split before/)).toBeHidden()
  await expect(page.locator('[data-sentence]')).toHaveCount(3)
  await assay.sentence(3).click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('s')
  await expect(page.getByText(/^Split before “were”/)).toBeVisible()
  await page.getByRole('button', { name: /^Split/ }).click()
  await expect(assay.sentence(3)).toHaveText('Crowns')
})

test('the person stays on the text that they are at when somebody else joins sentences before it', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste('It begins. It goes on. It stands. It goes away. It ends.')
  await assay.sentence(4).click()
  // As another window of the project does it: this one knows nothing of the step.
  await page.evaluate(async () => {
    const call = async (name: 'library.stretch' | 'sentences.mend', input: object) => {
      const { assay: door } = window as { readonly assay?: Door }
      if (door) return door.call(name, input as never)
      const body = JSON.stringify(input)
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch(`/call/${name}`, { method: 'POST', headers, body })).json()
    }
    const list = { filter: {}, order: 'imported', offset: 0, limit: 1 }
    const { value } = (await call('library.stretch', list)) as { readonly value: readonly string[] }
    await call('sentences.mend', { article: value[0], how: 'join', offset: 0 })
  })
  await expect(page.locator('[data-sentence]')).toHaveCount(4)
  await expect(page.locator('[data-sentence][aria-current]')).toContainText('It goes away.')
  await page.keyboard.press('f')
  await expect(page.locator('[data-labels]')).toContainText('It goes away.')
})
