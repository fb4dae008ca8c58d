import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { smallDisk } from '../main/test/small-disk.ts'
import { expect, test } from './harness/assay.ts'
import { run } from './harness/commands.ts'

const TEXT = Array.from({ length: 12 }, (_, index) => `Sentence number ${index + 1} says something.`).join(
  ' ',
)

/**
 * Takes away what the project could be written to: the room on its disk, or, where no small disk can be made here, the
 * project itself, which somebody else writes to without an end.
 */
function nothingCanBeWritten(folder: string, project: () => string) {
  const disk = smallDisk(folder, 16)
  let other: Database.Database | undefined
  return {
    words: disk ? 'The disk is full' : 'is busy',
    begin() {
      if (disk) return disk.fill()
      other = new Database(project())
      other.exec('begin immediate')
    },
    end() {
      disk?.makeRoom()
      other?.close()
    },
    remove: () => disk?.remove(),
  }
}

test('a tag that the disk does not take is shown as not saved, and goes through when it does', async ({
  assay,
}) => {
  // A write waits half a minute for another one before it says so.
  test.setTimeout(300_000)
  const fault = nothingCanBeWritten(assay.folder, () => assay.project)
  try {
    await assay.open()
    await assay.paste(TEXT, 'Twelve sentences')
    const { page } = assay
    await page.keyboard.press('f')
    await assay.saved()
    fault.begin()
    const status = page.getByRole('status')
    // What fits into the pages that are there already still goes through.
    for (let tag = 0; tag < 200 && !(await status.textContent())?.includes(fault.words); tag++) {
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('fpco'.charAt(tag % 4))
      await page.waitForTimeout(50)
    }
    await expect(status).toContainText('Not saved', { timeout: 60_000 })
    await expect(status).toContainText(fault.words)
    await page.keyboard.press('o')
    await expect(status).toHaveAttribute('data-state', 'failed')
    await page.screenshot({ path: 'e2e/results/screenshots/disk-full.png' })
    fault.end()
    await assay.saved()
    const labels = await page
      .locator('[data-labels]')
      .evaluateAll(all => all.map(one => one.outerHTML.match(/data-labels="[^"]*"/)?.[0]))
    await page.reload()
    await assay.sentence(1).waitFor()
    await expect
      .poll(() =>
        page
          .locator('[data-labels]')
          .evaluateAll(all => all.map(one => one.outerHTML.match(/data-labels="[^"]*"/)?.[0])),
      )
      .toEqual(labels)
    await assay.kill()
    expect(assay.cli('check', assay.project)).toContain('is whole')
  } finally {
    fault.remove()
  }
})

if (process.platform !== 'win32') {
  test('a project that is deleted or replaced while it is open is told, and what is open is saved as a copy', async ({
    assay,
  }) => {
    await assay.open()
    await assay.paste(TEXT, 'Twelve sentences')
    const { page } = assay
    await page.keyboard.press('f')
    await assay.saved()
    for (const name of readdirSync(assay.folder).filter(one => one.startsWith('Journey.assay')))
      rmSync(`${assay.folder}/${name}`, { recursive: true, maxRetries: 5, retryDelay: 100 })
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog', { name: 'The project file is gone' })
    await expect(dialog).toContainText('was moved, deleted or replaced while it was open')
    await expect(page.locator('.save-state')).toContainText('Not saved')
    await assay.finish('project-gone')
    await dialog.getByRole('button', { name: 'Save a copy and go on' }).click()
    await assay.saved()
    await expect(assay.sentence(2)).toHaveAttribute('data-labels', 'pledge')
    expect(existsSync(assay.project)).toBe(true)

    // Another file takes its place: it is left alone, and the copy goes beside it.
    renameSync(assay.project, `${assay.project} elsewhere`)
    const other = `${assay.folder}/Other.assay`
    assay.cli('init', other)
    renameSync(other, assay.project)
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await dialog.getByRole('button', { name: 'Save a copy and go on' }).click()
    await expect(page.getByText('Saved as Journey 2.assay.')).toBeVisible()
    await page.keyboard.press('c')
    await assay.saved()
    await assay.kill()
    expect(assay.cli('stats', assay.project)).not.toContain('pledge 1')
    const copy = `${assay.folder}/Journey 2.assay`
    expect(assay.cli('check', copy)).toContain('is whole')
    expect(assay.cli('show', copy, 'Twelve sentences')).toMatch(/fact[\s\S]*pledge[\s\S]*claim/)
  })
}

test('a damaged project is recovered into a new file, and the damaged one is left as it is', async ({
  assay,
}) => {
  await assay.open()
  for (const number of [1, 2, 3]) await assay.paste(`${TEXT} In article ${number}.`, `Article ${number}`)
  await assay.page.keyboard.press('f')
  await assay.saved()
  await assay.close()
  const bytes = readFileSync(assay.project)
  // The pages of the annotations, as a disk can lose them.
  const db = new Database(assay.project, { readonly: true })
  const pages = db.prepare<[], number>("select pageno from dbstat where name = 'annotations'").pluck().all()
  db.close()
  for (const page of pages) bytes.fill(0xaa, (page - 1) * 4096, page * 4096)
  writeFileSync(assay.project, bytes)

  await assay.open()
  const { page } = assay
  await expect(page.getByRole('heading', { name: 'Journey.assay is damaged.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Restore', exact: false }).first()).toBeVisible()
  await assay.finish('project-damaged')
  await page.getByRole('button', { name: 'Recover into a new file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Recovered into Journey (recovered).assay' })
  await expect(dialog).toContainText('3 articles and 1 annotation were recovered.')
  await expect(dialog).toContainText('brought back from the history')
  await expect(dialog).toContainText('Nothing is known to be lost.')
  await assay.finish('project-recovered')
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await assay.sentence(1).waitFor()
  expect(readFileSync(assay.project).equals(bytes)).toBe(true)
})

test('a backup is restored, and how the project was before is a backup too', async ({ assay }) => {
  await assay.open()
  await assay.paste(TEXT, 'Twelve sentences')
  const { page } = assay
  await page.keyboard.press('f')
  await assay.saved()
  await run(assay, 'Backups')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('listitem').first()).toContainText('1 annotation by')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await page.keyboard.press('c')
  await assay.saved()
  await run(assay, 'Backups')
  await expect(dialog.getByRole('listitem').first()).toContainText('without the last 2 changes')
  await assay.finish('backups')
  await dialog
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click()
  await expect(page.getByText('What it was before is among the backups.')).toBeVisible()
  await expect(page.getByText(/^1 article · 1 tagged/)).toBeVisible()
  await expect(page.locator('[data-labels]')).toHaveCount(1)
  await run(assay, 'Backups')
  await expect(dialog.getByRole('listitem').filter({ hasText: '3 annotations by' })).toBeVisible()
})

test('a session of which no backup can be made says so, until one is made', async ({ assay }) => {
  await assay.open()
  await assay.paste(TEXT, 'Twelve sentences')
  await assay.saved()
  await assay.close()
  const backups = `${assay.project}-backups`
  rmSync(backups, { recursive: true, force: true })
  writeFileSync(backups, 'Something else.')
  await assay.open()
  const { page } = assay
  const warning = 'There is no backup of this session yet.'
  await expect(page.getByText(warning)).toContainText('stands where the backups belong')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Backups')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(warning)).toBeVisible()
  await assay.finish('no-backup')
  rmSync(backups)
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('list', { name: 'Backups' }).getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByText(warning)).toBeHidden()
})
