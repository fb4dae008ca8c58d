import { type Assay, expect, test } from './harness/assay.ts'

test.use({ viewport: { width: 1024, height: 700 } })

const ARABIC = 'قالت الوزيرة إن الجسر سيفتح غدا. وأضافت أن 35% من العمل تم. قال السكان إنهم لا يصدقون ذلك.'

/** What of the window is cut off: names that have no room, and anything beyond its sides that nobody can scroll to. */
const cutOff = ({ page }: Assay) =>
  page.evaluate(async () => {
    await document.fonts.ready
    const isShown = (element: Element) =>
      !element.closest('.hidden') && element.getBoundingClientRect().width > 2
    const named = [
      ...document.querySelectorAll<HTMLElement>('button, [role="tab"], th, label, legend, h2, h3'),
    ]
    const cut = named.filter(element => isShown(element) && element.scrollWidth > element.clientWidth + 1)
    const beyond = [...document.querySelectorAll('header button')].filter(element => {
      const { left, right } = element.getBoundingClientRect()
      return isShown(element) && (left < 0 || right > innerWidth)
    })
    const sideways = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
    // Titles of articles are cut on purpose.
    const isTitle = (element: Element) => element.querySelector('.article-row-title') !== null
    const words = [...cut, ...beyond].filter(element => !isTitle(element)).map(element => element.textContent)
    return [...sideways, ...words]
  })

for (const language of ['uk', 'fr'] as const)
  test(`nothing is cut off in a small window: ${language}`, async ({ assay }) => {
    assay.prefer({ language })
    await assay.open('first-start')
    const { page } = assay
    expect(await cutOff(assay)).toEqual([])
    const views = page.locator('.bar-view')
    for (let view = 1; view < (await views.count()); view++) {
      await views.nth(view).click()
      await expect(views.nth(view)).toHaveAttribute('aria-current', 'page')
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      const tabs = page.getByRole('tab')
      for (let tab = 0; tab < Math.max(1, await tabs.count()); tab++) {
        if ((await tabs.count()) > 0) await tabs.nth(tab).click()
        expect([view, tab, await cutOff(assay)]).toEqual([view, tab, []])
      }
    }
    await views.nth(3).click()
    await page.locator('.codebook-line').first().waitFor()
    await assay.finish(`small-${language}-codebook`)
    await views.nth(0).click()
    for (const key of ['Control+,', '?', 'Control+g', 'Control+Shift+e', 'Control+Shift+o']) {
      await page.locator('[data-sentence][aria-current="true"]').click()
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      expect([key, await cutOff(assay)]).toEqual([key, []])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })

test('in an article from right to left what the window says of it stays in its own direction, also in forced colours', async ({
  assay,
}) => {
  assay.prefer({ language: 'fr' })
  await assay.open('first-start')
  const { page } = assay
  await page.evaluate(
    async text =>
      fetch('/call/article.import', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          group: crypto.randomUUID(),
          content: { kind: 'paste', title: 'الجسر', text },
        }),
      }),
    ARABIC,
  )
  await page.getByRole('button', { name: /الجسر/ }).click()
  await expect(assay.sentence(3)).toBeVisible()
  await page.keyboard.press('c')
  const progress = page.locator('.reading-progress bdi')
  await expect(progress).toHaveText(/^1 sur 3/)
  // The number at its beginning stands to the left of all that follows.
  const [first, rest] = await progress.evaluate(element => {
    const text = element.firstChild as Text
    const boxOf = (from: number, to: number) => {
      const range = document.createRange()
      range.setStart(text, from)
      range.setEnd(text, to)
      return range.getBoundingClientRect().left
    }
    return [boxOf(0, 1), boxOf(2, 8)]
  })
  expect(first).toBeLessThan(rest ?? 0)
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(assay.sentence(1)).toHaveAttribute('data-labels', 'claim')
  await assay.finish('arabic-forced-colours')
})
