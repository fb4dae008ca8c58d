import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Assay, expect, test } from './harness/assay.ts'

const BIN = join(import.meta.dirname, '..', 'main', 'cli', 'bin.mjs')

/** The command line of an annotator, on a computer of their own. */
function computer(folder: string, name: string) {
  return (...words: string[]): string => {
    const env = { ...process.env, ASSAY_DATA: join(folder, `computer of ${name}`) }
    const done = spawnSync(process.execPath, [BIN, ...words], { cwd: folder, encoding: 'utf8', env })
    if (done.status !== 0) throw new Error(done.stderr)
    return done.stdout
  }
}

/** Ten articles of three sentences, in two languages. */
function importArticles({ cli, folder, project }: Assay): void {
  const articles = join(folder, 'articles')
  mkdirSync(articles)
  for (let number = 1; number <= 10; number++) {
    const text =
      number % 2 === 0
        ? `The bridge ${number} is shut. It will open in March. Nobody believes it.`
        : `Le pont ${number} est fermé. Il ouvrira en mars. Personne n’y croit.`
    writeFileSync(join(articles, `${number}.md`), `---\ntitle: Bridge ${number}\n---\n\n${text}`)
  }
  cli('init', project, '--name', 'Bridges')
  cli('import', project, articles)
}

async function showTab(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+5')
  await page.getByRole('tab', { name }).click()
}

/** Presses a button and saves what is downloaded. @returns where it is */
async function downloaded({ page, folder }: Assay, button: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const download = await downloading
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

test('a lead deals articles out to three blind annotators, follows their progress, and opens the layers', async ({
  assay,
  colleague,
}) => {
  test.setTimeout(240_000)
  importArticles(assay)
  await assay.open()
  const { page } = assay

  await showTab(page, 'Guideline')
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await page
    .getByLabel('Text of the guideline')
    .fill('# Facts\n\nTag what **can be checked**.\n\n<b>No markup.</b>')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Facts' })).toBeVisible()
  await expect(page.getByText('<b>No markup.</b>')).toBeVisible()

  await showTab(page, 'Assign')
  await expect(page.getByText('10 articles are dealt to nobody yet.')).toBeVisible()
  await page.getByLabel('People who are not in the project yet').fill('Vera\nWalid\nXenia')
  await page.getByLabel('Overlap, in per cent').fill('30')
  const plan = page.getByRole('table', { name: 'Who would get what' })
  await expect(plan.getByRole('row')).toHaveCount(4)
  await expect(plan.getByRole('row', { name: /Vera/ })).toContainText('3')
  // The overlap to two of the three, to more than there are, and to all again.
  const several = page.getByLabel('Annotators for each of the overlap')
  await several.fill('2')
  for (const name of [/Vera/, /Walid/, /Xenia/])
    await expect(plan.getByRole('row', { name }).getByRole('cell').last()).toHaveText('2')
  await several.fill('4')
  await expect(page.getByText('There are 3 annotators to deal to.', { exact: false })).toBeVisible()
  await several.fill('')
  await expect(plan.getByRole('row', { name: /Vera/ }).getByRole('cell').last()).toHaveText('3')
  await assay.finish('assign-plan')
  await page.getByRole('button', { name: 'Deal out' }).click()
  await expect(page.getByText('Every article is dealt out.')).toBeVisible()
  const files = {
    Vera: await downloaded(assay, 'Write the file for Vera'),
    Walid: await downloaded(assay, 'Write the file for Walid'),
    Xenia: await downloaded(assay, 'Write the file for Xenia'),
  }
  await assay.finish('assign-dealt')

  // Vera begins in her window, and says that it is her.
  await colleague.open('first-start')
  await colleague.page.getByRole('button', { name: /^Sample/ }).press('Enter')
  const dialog = colleague.page.getByRole('dialog')
  const choosing = colleague.page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Begin with a colleague’s file' }).click()
  await (await choosing).setFiles(files.Vera)
  await expect(dialog.getByText('Who are you in this project?')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /Vera \(the file was made for them\)/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect(colleague.page.getByRole('button', { name: 'Vera' })).toBeVisible()
  await showTab(colleague.page, 'Guideline')
  await expect(colleague.page.getByRole('heading', { name: 'Facts' })).toBeVisible()
  await colleague.page.getByRole('button', { name: 'I have read it' }).click()
  await expect(colleague.page.getByRole('button', { name: 'I have read it' })).toBeHidden()
  await showTab(colleague.page, 'Assign')
  await expect(colleague.page.getByText('You work blind')).toBeVisible()
  await colleague.page.keyboard.press('Control+1')
  await colleague.sentence(1).focus()
  for (const key of ['f', 'p', 'o']) await colleague.page.keyboard.press(key)
  await colleague.saved()
  await colleague.page.keyboard.press('Control+Shift+E')
  const shared = await downloadedBy(colleague)

  // Walid and Xenia work on the command line.
  const back = [shared]
  for (const name of ['Walid', 'Xenia'] as const) {
    const cli = computer(assay.folder, name)
    cli('init', `${name}.assay`, '--from', files[name], '--as', name)
    const [first] = JSON.parse(cli('list', `${name}.assay`, '--json'))
    for (const sentence of ['1', '2', '3'])
      cli('tag', `${name}.assay`, first.title, sentence, 'claim', '--annotator', name)
    cli('share', `${name}.assay`, '--out', `${name}.back.assay.jsonl`, '--annotator', name)
    back.push(join(assay.folder, `${name}.back.assay.jsonl`))
  }

  await page.keyboard.press('Control+Shift+O')
  const merging = page.getByRole('dialog')
  const choosingBack = page.waitForEvent('filechooser')
  await merging.getByRole('button', { name: 'Add files' }).first().click()
  await (await choosingBack).setFiles(back)
  await merging.getByRole('button', { name: 'Merge 3 files' }).click()
  await merging.getByRole('button', { name: 'Done' }).click()

  await showTab(page, 'Progress')
  const progress = page.getByRole('table', { name: 'By annotator' })
  for (const name of ['Vera', 'Walid', 'Xenia'])
    await expect(progress.getByRole('row', { name: new RegExp(name) })).toContainText('3 of')
  await progress.getByRole('button', { name: 'Vera' }).click()
  await expect(
    page.getByRole('region', { name: 'Articles of Vera' }).getByRole('listitem').last(),
  ).toContainText('3 of 3')
  await assay.finish('assign-progress')

  await showTab(page, 'Assign')
  await page.getByRole('button', { name: 'Open the layers' }).click()
  await expect(page.getByRole('heading', { name: 'Blind work' })).toBeHidden()

  // Agreement is that of before, until the lead asks for that of now.
  await page.keyboard.press('Control+6')
  await expect(page.getByText('As it was before the layers were opened', { exact: false })).toBeVisible()
  const state = page.getByRole('radiogroup', { name: 'State' })
  await expect(state.getByRole('radio', { name: 'before the layers were opened' })).toBeChecked()
  await state.getByRole('radio', { name: 'now' }).check({ force: true })
  await expect(page.getByText('As it is now; the layers were opened', { exact: false })).toBeVisible()
  await assay.finish('agreement-now')
  await page.getByRole('button', { name: 'Team', exact: true }).click()
  await showTab(page, 'Guideline')
  await assay.finish('assign-guideline')
})

/** Writes all from the dialog that is open. @returns where the file is */
async function downloadedBy({ page, folder }: Assay): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Write the file' }).click()
  const download = await downloading
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}
