import type { Page } from '@playwright/test'
import { expect, test } from './harness/assay.ts'

const ARTICLE = `Harbour bridge stays shut

Olena Koval, the mayor, spoke on Tuesday. The harbour bridge was never safe. She will open it by 1 October.`

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const field = (page: Page, name: string) => inspector(page).getByLabel(name, { exact: true })
const radio = (page: Page, group: string, name: string) =>
  inspector(page).getByRole('group', { name: group }).getByRole('radio', { name })

test('attributes are filled in by keyboard alone, each in a control of its type, and what is wrong stays as typed', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  const type = (text: string) => page.keyboard.type(text)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('ArrowDown', 'ArrowDown', 'c', 'ArrowUp')
  await expect(assay.sentence(3)).toBeFocused()

  await press('a')
  await expect(field(page, 'Attributed to')).toBeFocused()
  await type('Olena Koval')
  await press('Tab')
  await expect(field(page, 'Role')).toBeFocused()
  await type('mayor')
  await press('Enter')
  await expect(assay.sentence(3)).toBeFocused()

  // A choice by arrow keys, and what hangs on it.
  await expect(field(page, 'Justification')).toHaveCount(0)
  await radio(page, 'Verdict', 'unverified').focus()
  await press('Space', 'ArrowRight', 'ArrowRight')
  await expect(radio(page, 'Verdict', 'refuted')).toBeChecked()
  await expect(field(page, 'Justification')).toBeVisible()
  await field(page, 'Justification').fill('Engineers say so.')
  await radio(page, 'Verdict', 'refuted').focus()
  await press('Delete')
  await expect(field(page, 'Justification')).toHaveCount(0)
  await press('Space')
  await expect(field(page, 'Justification')).toHaveValue('Engineers say so.')

  await inspector(page).getByRole('checkbox', { name: 'causal' }).focus()
  await press('Space')
  await inspector(page).getByRole('checkbox', { name: 'numerical' }).focus()
  await press('Space', 'Escape')
  await expect(assay.sentence(3)).toBeFocused()

  await field(page, 'Evidence').fill('not an address')
  await press('Enter')
  await expect(page.getByText('“Evidence” is a web address')).toBeVisible()
  await expect(field(page, 'Evidence')).toHaveValue('not an address')
  await field(page, 'Evidence').fill('example.org/bridge')
  await press('Enter')
  await expect(field(page, 'Evidence')).toHaveValue('https://example.org/bridge')
  await expect(page.getByRole('button', { name: 'Copy the address' })).toBeVisible()
  await field(page, 'Evidence, seen on').fill('24.11.2026')
  await press('Enter')
  await expect(field(page, 'Evidence, seen on')).toHaveValue('2026-11-24')
  await assay.saved()
  const [annotation] = JSON.parse(await assay.exported('jsonl')).annotations
  expect(annotation.attributes).toEqual({
    'attributed-to': 'Olena Koval',
    role: 'mayor',
    'claim-kind': 'numerical | causal',
    verdict: 'refuted',
    justification: 'Engineers say so.',
    'evidence-url': 'https://example.org/bridge',
    'evidence-seen': '2026-11-24',
  })
  await assay.finish('inspector-claim')
})

test('names are completed, picked anywhere in the text, and given again by one key', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('ArrowDown', 'ArrowDown', 'c', 'ArrowUp')

  // Chosen by words, in the sentence before.
  await press('w')
  await expect(page.getByText('Where is “Attributed to”?')).toBeVisible()
  await press('ArrowUp', 'Shift+ArrowRight')
  await expect(page.locator('.pick-hint-picked')).toHaveText('“Olena Koval”')
  await assay.page.screenshot({ path: 'e2e/results/screenshots/inspector-picking.png' })
  await press('Enter')
  await expect(field(page, 'Attributed to')).toHaveValue('Olena Koval')
  await expect(assay.sentence(3)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('button', { name: 'in the text: “Olena Koval”' })).toBeVisible()
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('mention') ?? [])].map(String))
  expect(await marked()).toHaveLength(1)
  await press('ArrowDown')
  await expect.poll(marked).toEqual([])

  // Begun and left.
  await press('p', 'w', 'Escape')
  await expect(page.getByText('Where is')).toHaveCount(0)
  await expect(field(page, 'Attributed to')).toHaveValue('')

  // Dragged over.
  await page.getByRole('button', { name: 'Pick “Attributed to” in the text' }).click()
  const place = await page.evaluate(() => {
    const text = document.querySelector('[data-sentence="2"]')
    const node = text && document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode()
    if (!node) return undefined
    const range = document.createRange()
    range.setStart(node, node.textContent?.indexOf('the mayor') ?? 0)
    range.setEnd(node, (node.textContent?.indexOf('the mayor') ?? 0) + 9)
    const { left, right, top, height } = range.getBoundingClientRect()
    return { left, right, y: top + height / 2 }
  })
  if (!place) throw new Error('no such words')
  await page.mouse.move(place.left + 1, place.y)
  await page.mouse.down()
  await page.mouse.move(place.right - 1, place.y, { steps: 5 })
  await page.mouse.up()
  await expect(field(page, 'Attributed to')).toHaveValue('the mayor')
  await expect(assay.sentence(4)).toHaveAttribute('aria-current', 'true')

  // The value is edited and the mention stays; it can be forgotten alone.
  await field(page, 'Attributed to').fill('Mayor Koval')
  await press('Enter')
  await expect(page.getByRole('button', { name: 'in the text: “the mayor”' })).toBeVisible()
  await page.getByRole('button', { name: 'Forget where “Attributed to” stands' }).click()
  await expect(page.getByRole('button', { name: 'in the text:' })).toHaveCount(0)
  await expect(field(page, 'Attributed to')).toHaveValue('Mayor Koval')
  await assay.saved()

  // Completed, case aside; the last one is offered first.
  await assay.sentence(2).click()
  await press('c', 'ArrowUp', 'a', 'ArrowDown')
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText('Mayor Kovallast')
  await page.keyboard.type('OLENA')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['Olena Koval1×'])
  await press('ArrowDown', 'Enter')
  await expect(field(page, 'Attributed to')).toHaveValue('Olena Koval')
  await field(page, 'Role').fill('mayor')
  await press('Enter')

  await assay.sentence(1).click()
  await press('c', 'ArrowUp', 'Control+.')
  await expect(field(page, 'Attributed to')).toHaveValue('Olena Koval')
  await expect(field(page, 'Role')).toHaveValue('mayor')
  await press('Control+z')
  await expect(field(page, 'Role')).toHaveValue('')
  await assay.finish('inspector-names')
})

test('what is being written is kept when the window goes, a status when it is left, and what cannot be kept is told', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  await page.keyboard.press('p')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('n')
  await page.keyboard.type('Nobody asked the engineers.')
  await page.reload()
  await assay.sentence(1).click()
  await expect(field(page, 'Note')).toHaveValue('Nobody asked the engineers.')

  await field(page, 'New status').focus()
  await field(page, 'New status').selectOption('kept')
  await assay.sentence(2).click()
  await assay.saved()
  await assay.sentence(1).click()
  await expect(field(page, 'Status 2').or(field(page, 'Status 1'))).toHaveValue('kept')

  await field(page, 'Deadline').fill('some day')
  await assay.sentence(2).click()
  await expect(page.getByText('“some day” was not kept.')).toBeVisible()

  // Set larger, the sentence is where it can be read.
  await assay.sentence(3).click()
  for (let times = 0; times < 12; times++) await page.keyboard.press('Control+=')
  await expect(assay.sentence(3)).toBeInViewport()
})
