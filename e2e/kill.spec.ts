import { expect, test } from './harness/assay.ts'

test('a process killed in the middle of tagging loses no tag that was called saved', async ({ assay }) => {
  await assay.open()
  const text = Array.from({ length: 60 }, (_, index) => `Sentence number ${index + 1} says something.`).join(
    ' ',
  )
  await assay.paste(text, 'Sixty sentences')
  const { page } = assay
  for (let tag = 0; tag < 20; tag++) await page.keyboard.press('fpco'.charAt(tag % 4))
  await assay.saved()
  const called = await page.locator('[data-labels]').count()
  expect(called).toBe(20)
  // More tags, without waiting: some of them will be on the disk and some will not when the process dies.
  for (let tag = 0; tag < 20; tag++) void page.keyboard.press('f').catch(() => {})
  await assay.kill()

  await assay.open()
  await expect(assay.sentence(20)).toHaveAttribute('data-labels', 'opinion')
  for (let number = 1; number <= 20; number++) {
    const label = ['fact', 'pledge', 'claim', 'opinion'][(number - 1) % 4] ?? ''
    await expect(assay.sentence(number)).toHaveAttribute('data-labels', label)
  }
  await assay.kill()
  expect(assay.cli('check', assay.project)).toContain('is whole')
})
