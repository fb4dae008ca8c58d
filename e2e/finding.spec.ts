import { randomUUID } from 'node:crypto'
import type { Codebook } from '../app/model/codebook.ts'
import { codebookVersion } from '../app/model/codebook-version.ts'
import { type Assay, expect, test } from './harness/assay.ts'

const FIRST = `Bridge shut

The café by the bridge will close, the mayor said. Read more below. Engineers found cracks. “We’ll open it by 1 October,” she promised.

Read more below. It rained 👍🏽 all day in the Café quarter.`

const SECOND = `Budget agreed

The council agreed on a budget. Read more below. Nobody is happy with it.`

const THIRD = `Weather

It will rain. It will stop. Read more below.`

/** Calls main as the window does, for what a journey has no key for. */
const ask = (assay: Assay, name: string, input: object) =>
  assay.page.evaluate(
    async ([name, input]) => {
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      })
      return (await response.json()).value
    },
    [name, input] as const,
  )

/** Says something of a sentence of the open article, by its key. */
async function judge(assay: Assay, number: number, key: string): Promise<void> {
  const { page } = assay
  await page.keyboard.press('Home')
  for (let step = 1; step < number; step++) await page.keyboard.press('j')
  await expect(current(assay)).toHaveAttribute('data-sentence', String(number))
  await page.keyboard.press(key)
}

const current = (assay: Assay) => assay.page.locator('[data-sentence][aria-current="true"]')
const shown = (assay: Assay) => assay.page.locator('article[role="document"]')

test.beforeEach(async ({ assay }) => {
  await assay.open()
  for (const text of [THIRD, SECOND]) {
    const content = { kind: 'paste', title: '', text }
    await ask(assay, 'article.import', { group: randomUUID(), content })
  }
  await assay.paste(FIRST)
})

test('keys lead from one unread, flagged or labelled sentence to the next, through all articles and round', async ({
  assay,
}) => {
  const { page } = assay
  await page.keyboard.press('[')
  await expect(shown(assay)).toHaveAccessibleName('Budget agreed')
  await judge(assay, 3, 'd')
  await page.keyboard.press('[')
  await expect(shown(assay)).toHaveAccessibleName('Weather')
  await judge(assay, 2, 'Space')
  await judge(assay, 3, 'f')
  await judge(assay, 4, 'x')
  await page.keyboard.press('Home')
  await page.keyboard.press('u')
  await expect(shown(assay)).toHaveAccessibleName('Budget agreed')
  await expect(current(assay)).toHaveAttribute('data-sentence', '1')
  await page.keyboard.press('u')
  await expect(current(assay)).toHaveAttribute('data-sentence', '2')
  await page.keyboard.press('Shift+u')
  await page.keyboard.press('Shift+u')
  await expect(shown(assay)).toHaveAccessibleName('Weather')
  await expect(current(assay)).toHaveAttribute('data-sentence', '1')

  await page.keyboard.press('Control+u')
  await expect(shown(assay)).toHaveAccessibleName('Budget agreed')
  await expect(current(assay)).toHaveAttribute('data-sentence', '3')
  await page.keyboard.press('Control+u')
  await expect(page.getByText('this sentence is the only one')).toBeVisible()

  await page.keyboard.press('Control+g')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('option', { name: 'Unread' }).waitFor()
  await assay.finish('go-to')
  await page.keyboard.type('fact')
  await page.keyboard.press('Enter')
  await expect(shown(assay)).toHaveAccessibleName('Weather')
  await expect(current(assay)).toHaveAttribute('data-sentence', '3')
  await page.keyboard.press('F8')
  await expect(page.getByText('“Fact”: this sentence is the only one')).toBeVisible()

  await page.keyboard.press('Control+g')
  await dialog.getByRole('option', { name: 'Pledge' }).click()
  await expect(page.getByText('“Pledge”: no sentence')).toBeVisible()
})

test('a key leads to the next annotation that lacks a required attribute, in every article, and the library shows where', async ({
  assay,
}) => {
  const { page } = assay
  const { codebook }: { codebook: Codebook } = (await ask(assay, 'session.state', {})).project
  const attributes = codebook.attributes.map(one =>
    one.id === 'attributed-to' ? { ...one, required: true } : one,
  )
  const base = codebookVersion(codebook)
  await ask(assay, 'codebook.change', { base, labels: codebook.labels, attributes, reason: 'Who says so?' })
  await judge(assay, 2, 'c')
  await judge(assay, 5, 'Space')
  await page.keyboard.press('[')
  await expect(shown(assay)).toHaveAccessibleName('Budget agreed')
  await judge(assay, 3, 'c')
  await page.keyboard.press('Shift+n')
  await expect(shown(assay)).toHaveAccessibleName('Bridge shut')
  await expect(current(assay)).toHaveAttribute('data-sentence', '2')
  await page.keyboard.press('a')
  await expect(page.getByRole('combobox', { name: 'Attributed to' })).toBeFocused()
  await page.keyboard.type('The mayor')
  await page.keyboard.press('Enter')
  await expect(current(assay)).toBeFocused()
  await assay.saved()
  await page.keyboard.press('Alt+Shift+n')
  await expect(shown(assay)).toHaveAccessibleName('Budget agreed')
  await expect(current(assay)).toHaveAttribute('data-sentence', '3')
  await page.getByRole('button', { name: 'More conditions' }).click()
  await page.getByRole('button', { name: 'Incomplete annotations of mine' }).click()
  await assay.finish('incomplete')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('list', { name: 'Articles' })).toContainText('Budget agreed')
  await current(assay).click()
  await page.keyboard.press('Shift+n')
  await expect(page.getByText('this sentence is the only one')).toBeVisible()
})

test('the flagged sentences of the project are listed, and each leads there', async ({ assay }) => {
  const { page } = assay
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('Control+g')
  await dialog.getByRole('button', { name: 'List the flagged sentences' }).click()
  await expect(dialog.getByText('No sentence is flagged.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await judge(assay, 5, 'd')
  await page.keyboard.press('[')
  await expect(shown(assay)).toHaveAccessibleName('Budget agreed')
  await judge(assay, 3, 'd')
  await page.keyboard.press('Control+g')
  await dialog.getByRole('button', { name: 'List the flagged sentences' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await dialog.getByText('Of everybody').click()
  await expect(dialog.getByRole('listitem').nth(1)).toContainText(' · ')
  await assay.finish('flagged')
  await dialog.getByRole('button', { name: /Read more below/ }).click()
  await expect(shown(assay)).toHaveAccessibleName('Budget agreed')
  await expect(current(assay)).toHaveAttribute('data-sentence', '3')
})

test('a label goes to all equal sentences, after a look at how many there are, and is taken back as one', async ({
  assay,
}) => {
  const { page } = assay
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('j')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+Enter')
  await expect(dialog.getByText('No other sentence of the project has this text.')).toBeVisible()
  await page.keyboard.press('Escape')
  for (let step = 0; step < 2; step++) await page.keyboard.press('j')
  await expect(current(assay)).toHaveText('Read more below.')
  await page.keyboard.press('o')
  for (let step = 0; step < 2; step++) await page.keyboard.press('j')
  await page.keyboard.press('c')
  for (let step = 0; step < 4; step++) await page.keyboard.press('k')
  await page.keyboard.press('Shift+Enter')
  await expect(dialog.getByText('3 other sentences have this text, in 3 articles.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Label 2 sentences' })).toBeVisible()
  await assay.finish('equal')
  await dialog.getByText('with another label').click()
  await dialog.getByRole('button', { name: 'Label 3 sentences' }).click()
  await expect(page.locator('.notice').getByText('3 sentences were labelled, in 3 articles.')).toBeVisible()
  await expect(assay.sentence(6)).toHaveAttribute('data-labels', 'opinion')
  await expect(page.getByRole('list', { name: 'Articles' })).toContainText('1 tagged, 1 reviewed of 4')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('list', { name: 'Articles' })).not.toContainText('1 tagged, 1 reviewed of 4')
  await expect(assay.sentence(6)).toHaveAttribute('data-labels', 'claim')
})

test('words are found in the article, highlighted without a change of the page, by the keyboard alone', async ({
  assay,
}) => {
  const { page } = assay
  await page.keyboard.press('j')
  await page.keyboard.press('Home')
  await page.keyboard.press('/')
  const field = page.getByRole('textbox', { name: 'Find in the article' })
  await page.keyboard.type('cafe')
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible()
  await expect(field).toBeFocused()
  await expect(current(assay)).toHaveAttribute('data-sentence', '2')
  const highlighted = () =>
    page.evaluate(() =>
      ['find-current', 'find'].flatMap(name =>
        [...(CSS.highlights.get(name) ?? [])].map(range => `${range}`),
      ),
    )
  await expect.poll(highlighted).toEqual(['café', 'Café'])
  await page.keyboard.press('Enter')
  await expect(current(assay)).toHaveAttribute('data-sentence', '7')
  await expect.poll(highlighted).toEqual(['Café', 'café'])
  await page.keyboard.press('F3')
  await expect(current(assay)).toHaveAttribute('data-sentence', '2')
  await assay.finish('find')

  await page.getByRole('button', { name: 'Exactly as typed' }).click()
  await expect(page.getByText('Not found')).toBeVisible()
  await field.fill('Café')
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Regular expression' }).click()
  // What is slow to begin is given up as what is slow to search, and is looked for again with the next key.
  const finds = (pattern: string, check: () => Promise<void>) =>
    expect(async () => {
      await field.fill('')
      await field.fill(pattern)
      await check()
    }).toPass()
  const SOON = { timeout: 2500 }
  await finds('\\d+ \\p{Lu}\\w+', () => expect(current(assay)).toHaveAttribute('data-sentence', '5', SOON))
  await finds('(', () => expect(page.getByText('No regular expression')).toBeVisible(SOON))
  // A pattern that takes for ever is given up; the window answers meanwhile.
  await field.fill('^(([^q])+.?)+q$')
  await expect(page.getByText('Takes too long')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(current(assay)).toBeFocused()
  expect(await highlighted()).toEqual([])
  await page.keyboard.press('p')
  await expect(page.locator('[data-labels="pledge"]')).toHaveCount(1)
})

test('one comes back to the sentence where one was, also after a reload; the map shows the article', async ({
  assay,
}) => {
  const { page } = assay
  await page.keyboard.press('End')
  await expect(current(assay)).toHaveAttribute('data-sentence', '7')
  await page.keyboard.press('[')
  await expect(shown(assay)).toHaveAccessibleName('Budget agreed')
  await page.keyboard.press('j')
  await page.keyboard.press('f')
  await page.keyboard.press(']')
  await expect(shown(assay)).toHaveAccessibleName('Bridge shut')
  await expect(current(assay)).toHaveAttribute('data-sentence', '7')
  // Who has gone on and come back at once is where they were, when that has been remembered a while ago.
  await page.waitForTimeout(1_500)
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.reload()
  await expect(current(assay)).toHaveAttribute('data-sentence', '7')
  await page.getByRole('button', { name: /^Budget agreed/ }).click()
  await expect(current(assay)).toHaveAttribute('data-sentence', '3')
  await expect(page.getByText('1 of 4 sentences read, 1 labelled')).toBeVisible()
  // The map has a colour where the label is, and none below.
  const drawn = (from: number, to: number) =>
    page.locator('.minimap canvas').evaluate(
      (canvas: HTMLCanvasElement, [from, to]) => {
        const middle = Math.floor(canvas.width / 2)
        const top = Math.floor(canvas.height * from)
        const height = Math.floor(canvas.height * to) - top
        const { data } = canvas.getContext('2d')?.getImageData(middle, top, 1, height) ?? { data: [] }
        return [...data].some((value, at) => at % 4 === 3 && value > 0)
      },
      [from, to] as const,
    )
  await expect.poll(() => drawn(0, 0.5)).toBe(true)
  expect(await drawn(0.7, 1)).toBe(false)
  await assay.finish('position')
})
