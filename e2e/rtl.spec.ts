import type { Locator } from '@playwright/test'
import { expect, test } from './harness/assay.ts'

const HEBREW = 'גשר הנמל סגור\n\nהגשר יישאר סגור עד הסתיו. „נפתח אותו באוקטובר”, הבטיחה ראש העיר. זה מאוחר.'
const ARABIC =
  'جسر الميناء مغلق\n\nسيبقى الجسر مغلقا حتى الخريف. وعدت رئيسة البلدية بفتحه في أكتوبر. هذا متأخر.'

const boxOf = async (one: Locator) => (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

test('Hebrew and Arabic articles are read from right to left in a window that is not, and tagged by keyboard', async ({
  assay,
}) => {
  test.slow()
  await assay.open()
  const { page } = assay
  for (const [text, title] of [
    [HEBREW, 'גשר הנמל סגור'],
    [ARABIC, 'جسر الميناء مغلق'],
  ] as const) {
    await assay.paste(text)
    const article = page.getByRole('document', { name: title })
    await expect(article).toHaveCSS('direction', 'rtl')
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('p')
    await expect(assay.sentence(3)).toHaveAttribute('data-labels', 'pledge')
    // The first sentence begins where its lines begin: at the right.
    const [sentence, body] = [await boxOf(assay.sentence(2)), await boxOf(article)]
    expect(sentence.x + sentence.width).toBeGreaterThan(body.x + body.width * 0.8)
    await expect(page.getByRole('list', { name: 'Articles' })).toContainText(title)
  }
  await assay.finish('rtl-articles')
})

test('from right to left the whole window is mirrored: panes, lists, dialogs and the palette', async ({
  assay,
}) => {
  test.slow()
  assay.prefer({ language: 'ar-XB' })
  await assay.open()
  const { page } = assay
  await assay.paste(ARABIC)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const width = page.viewportSize()?.width ?? 0
  const library = await boxOf(page.getByRole('region', { name: 'Library' }))
  const inspector = await boxOf(page.getByRole('complementary', { name: 'Inspector' }))
  expect(library.x + library.width).toBe(width)
  expect(inspector.x).toBe(0)
  await assay.finish('rtl')

  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog')
  expect((await boxOf(settings)).x).toBeLessThan(width / 2)
  const slider = settings.getByRole('slider', { name: 'Size' })
  const before = Number(await slider.inputValue())
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  expect(Number(await slider.inputValue())).toBeGreaterThan(before)
  await assay.finish('rtl-settings')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  const row = page.locator('.palette-row').first()
  const [text, key] = [await boxOf(row.locator('.palette-text')), await boxOf(row.locator('kbd').first())]
  expect(text.x).toBeGreaterThan(key.x)
  await page.screenshot({ path: 'e2e/results/screenshots/rtl-palette.png' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.waitForTimeout(200)
  await page.screenshot({ path: 'e2e/results/screenshots/rtl-keys.png' })
})
