import { expect, test } from './harness/assay.ts'

const ARTICLE =
  'Harbour bridge stays shut\n\nThe bridge will stay shut. “We will open it,” she promised. It is late.'

test('the palette finds commands, labels and articles by some letters, says their keys, and does them', async ({
  assay,
}) => {
  test.slow()
  await assay.open()
  const { page } = assay
  await assay.paste('Ferry runs again\n\nThe ferry runs. It is slow.')
  await assay.paste(ARTICLE)
  await assay.sentence(1).focus()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Everything' })
  await expect(field).toBeFocused()
  await page.keyboard.insertText('tagcl')
  const active = page.locator('.palette-row[aria-selected="true"]')
  await expect(active).toContainText('Tag: Claim')
  await expect(active.locator('mark').first()).toHaveText('Tag')
  await expect(active.locator('kbd').first()).toHaveText('c')
  await expect(field).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? 'none')
  await page.keyboard.press('Enter')
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'claim')

  // What was called last comes first; in a field the key calls it, too.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(active).toContainText('Tag: Claim')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('ferry')
  await expect(active).toContainText('Ferry runs again')
  await assay.finish('palette')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('document', { name: 'Ferry runs again' })).toBeVisible()

  // What cannot be done now is there, and does nothing.
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('show the other panes')
  await expect(active).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await expect(field).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(assay.sentence(1)).toBeFocused()
})

test('keys are looked up, changed, taken over and given back, and are remembered', async ({ assay }) => {
  test.slow()
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await page.keyboard.insertText('next sentence')
  await expect(sheet.getByRole('region', { name: 'Reading' }).getByRole('listitem').first()).toContainText(
    'Next sentence',
  )
  await expect(sheet.getByText('Export')).toBeHidden()
  await sheet.getByRole('button', { name: 'Next sentence: change j' }).click()
  await page.keyboard.press('l')
  await expect(sheet.getByRole('button', { name: 'Next sentence: change l' })).toBeVisible()

  // A key that is taken, and one that gives a label.
  await sheet.getByRole('button', { name: 'Next sentence: add a key' }).click()
  await page.keyboard.press('f')
  await expect(sheet.getByText('f gives a label: Fact.')).toBeVisible()
  await page.keyboard.press('m')
  await expect(sheet.getByText('m is taken: Join the sentence with the next')).toBeVisible()
  await assay.finish('keys-changed')
  await sheet.getByRole('button', { name: 'Take it over' }).click()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  const current = page.locator('[data-sentence][aria-current="true"]')
  await page.keyboard.press('l')
  await page.keyboard.press('m')
  await expect(current).toHaveAttribute('data-sentence', '3')
  await page.keyboard.press('j')
  await expect(current).toHaveAttribute('data-sentence', '3')
  await page.reload()
  await assay.sentence(1).waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('l')
  await expect(current).toHaveAttribute('data-sentence', '2')

  await page.keyboard.press('?')
  await sheet.getByRole('button', { name: 'Reset all keys' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(current).toHaveAttribute('data-sentence', '3')
})

test('settings show at once, in every language, and are there after a reload', async ({ assay }) => {
  test.slow()
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  await assay.sentence(1).focus()
  const sizeOf = () => assay.sentence(2).evaluate(one => Number.parseFloat(getComputedStyle(one).fontSize))
  const usual = await sizeOf()
  await page.keyboard.press('Control+=')
  await page.keyboard.press('Control+=')
  expect(await sizeOf()).toBeCloseTo(usual * 1.2, 1)
  await page.keyboard.press('Control+-')
  expect(await sizeOf()).toBeCloseTo(usual * 1.1, 1)
  await page.keyboard.press('Control+0')
  expect(await sizeOf()).toBeCloseTo(usual, 1)

  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog')
  await settings.getByRole('slider', { name: 'Size' }).focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  expect(await sizeOf()).toBeCloseTo(usual * 1.3, 1)
  await settings.getByText('Sans serif').click()
  await expect(assay.sentence(2)).toHaveCSS('font-family', /Inter/)
  await settings.getByText('Time at work, in the bar').click()
  await expect(page.locator('.timer')).toHaveText('0 min')

  await assay.finish('settings-en')
  for (const [language, name, title] of [
    ['uk', 'Українська', 'Налаштування'],
    ['fr', 'Français', 'Réglages'],
  ] as const) {
    await settings.getByRole('button', { name: /Language|Мова/ }).click()
    await page.getByRole('option', { name }).click()
    await expect(settings.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.waitForTimeout(200)
    await assay.finish(`settings-${language}`)
  }
  await settings.getByText('Contraste élevé').click()
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
  await page.keyboard.press('Escape')
  await page.reload()
  await assay.sentence(1).waitFor()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  expect(await sizeOf()).toBeCloseTo(usual * 1.3, 1)
  await assay.finish('contrast')
})

test('nothing but the article is shown on demand, and Escape leads back', async ({ assay }) => {
  test.slow()
  await assay.open()
  const { page } = assay
  await assay.paste(ARTICLE)
  await page.keyboard.press('F9')
  await expect(page.getByRole('list', { name: 'Articles' })).toBeHidden()
  await expect(page.getByRole('complementary')).toBeHidden()
  await expect(page.getByText('Nothing but the article. Escape leads back.')).toBeVisible()
  await page.keyboard.press('f')
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'fact')
  await assay.saved()
  await assay.finish('focus')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('list', { name: 'Articles' })).toBeVisible()
  await expect(page).toHaveTitle('Journey – Assay')

  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'usual')
  await page.emulateMedia({ contrast: 'more' })
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
})

test('who starts Assay for the first time is told of it on one page, once', async ({ assay }) => {
  test.slow()
  await assay.open('newcomer')
  const { page } = assay
  const tour = page.getByRole('dialog', { name: 'Welcome to Assay' })
  await expect(tour).toBeVisible()
  await expect(tour.getByText('Fact, Pledge, Claim, Opinion, and on to the next sentence')).toBeVisible()
  await page.waitForTimeout(200)
  await assay.finish('tour')
  await page.keyboard.press('Enter')
  await expect(tour).toBeHidden()
  await page.keyboard.press('f')
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'fact')
  await page.reload()
  await assay.sentence(1).waitFor()
  await expect(tour).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('first page again')
  await page.keyboard.press('Enter')
  await expect(tour).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tour).toBeHidden()
})

test('where a part of the window breaks, it says so, and one button leads back to all that was done', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste('The bridge closed. The mayor called it an eyesore.', 'Bridge news')
  await page.keyboard.press('f')
  await assay.saved()
  // An answer that no part of the window expects stands for a fault of ours.
  await page.route('**/call/codebook.editions', route => route.fulfill({ json: { ok: true, value: 7 } }))
  await page.keyboard.press('Control+4')
  await expect(page.getByText('Assay made a mistake, and the window broke.')).toBeVisible()
  await page.unroute('**/call/codebook.editions')
  await assay.finish('fault', /is not a function|error occurred/)
  await page.getByRole('button', { name: 'Begin again' }).click()
  await page.keyboard.press('Control+1')
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'fact')
})
