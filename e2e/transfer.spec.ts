import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './harness/assay.ts'

test('three files are imported, one of them bad; one undo takes them back', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  const files = [
    ['good.txt', 'A good story\n\nIt begins. It ends.'],
    ['bad.txt', Buffer.from([0, 1, 2, 3, 255, 0])],
    ['better.md', '---\ntitle: A better story\nsource: The Courier\n---\n\nIt begins well. It ends well.'],
  ] as const
  const paths = files.map(([name, content]) => {
    const path = join(assay.folder, name)
    writeFileSync(path, content)
    return path
  })
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).first().click()
  await (await choosing).setFiles(paths)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Import 3 files' }).click()
  await expect(dialog.getByText('2 articles added, 1 file refused.')).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'bad.txt' })).toContainText('not text')
  await assay.finish('import')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveText([
    /A good story/,
    /A better story.*The Courier/,
  ])

  await page.keyboard.press('Control+z')
  await expect(page.getByText('No articles yet.')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(2)
})

test('a file that took the place of one that was left out is imported too', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  const choose = async (button: string, ...names: string[]) => {
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: button }).first().click()
    const paths = names.map(name => join(assay.folder, `${name}.txt`))
    for (const [place, path] of paths.entries()) writeFileSync(path, `Story ${names[place]}\n\nIt begins.`)
    await (await choosing).setFiles(paths)
  }
  await choose('Import files', 'one', 'two')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Leave out one.txt' }).click()
  await choose('Add files', 'three')
  await dialog.getByRole('button', { name: 'Import 2 files' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const list = page.getByRole('list', { name: 'Articles' }).getByRole('listitem')
  await expect(list).toHaveText([/Story two/, /Story three/])
})

test('files are imported by dropping them, and a text that is there already is not added twice', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  const drop = () =>
    page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(
        new File(['Dropped story\n\nIt fell. It stayed.'], 'dropped.txt', { type: 'text/plain' }),
      )
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
        )
      }
    })
  await drop()
  await page.getByRole('button', { name: 'Import file', exact: true }).click()
  await expect(page.getByText('1 article added.')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('document', { name: 'Dropped story' })).toBeVisible()
  await drop()
  await expect(page.getByText('This text is in the project already')).toBeVisible()
  await page.getByRole('button', { name: 'Import file', exact: true }).click()
  await expect(page.getByText('Already in the project; nothing was added.')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(1)
})

test('a hundred files are imported with progress, and stopped on demand', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    for (let number = 0; number < 100; number++) {
      transfer.items.add(
        new File([`Story ${number}\n\n${'It goes on and on. '.repeat(2000)}`], `story-${number}.txt`),
      )
    }
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }),
    )
  })
  await page.getByRole('button', { name: 'Import 100 files' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText(/stopped after \d+ of 100 files/)).toBeVisible()
  const stopped = Number(/after (\d+)/.exec((await page.getByText(/stopped after/).textContent()) ?? '')?.[1])
  expect(stopped).toBeLessThan(100)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(new RegExp(`^${stopped} articles? ·`))).toBeVisible()
})

test('both exports are byte for byte those of the command line', async ({ assay }) => {
  await assay.open()
  const { page } = assay
  await assay.paste('Mayor: “=SUM(1;2)” 😀\n\n=1+1 is what she said. He denied it, twice. Nobody asked.')
  for (const key of ['f', 'p', ' ', 'o']) await page.keyboard.press(key)
  await assay.saved()
  const exports = { jsonl: await assay.exported('jsonl'), csv: await assay.exported('csv') }
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByText('CSV', { exact: true }).click()
  await assay.finish('export')
  await assay.kill()
  for (const [format, written] of Object.entries(exports)) {
    const path = join(assay.folder, `cli.${format}`)
    assay.cli('export', assay.project, '--format', format, '--out', path)
    expect(written).toBe(readFileSync(path, 'utf8'))
  }
  expect(exports.csv).toContain("'=1+1 is what she said.")
  expect(JSON.parse(exports.jsonl).annotations.map((one: { label: string }) => one.label)).toEqual([
    'fact',
    'pledge',
    'opinion',
  ])
  expect(JSON.parse(exports.jsonl).reviewed).toEqual([1, 2, 3, 4])
})

test('the files of one corpus, dropped together, come in as one', async ({ assay }) => {
  await assay.open()
  await assay.paste('The mayor\n\nTaxes rise 😀. Roads fall. Nobody knows.')
  await assay.page.keyboard.press('f')
  await assay.saved()
  await assay.kill()
  const folder = join(assay.folder, 'corpus')
  assay.cli('export', assay.project, '--format', 'doccano', '--codebook', '--manifest', '--out', folder)
  const names = readdirSync(folder)
  expect(names).toHaveLength(5)
  const files = names.map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  await assay.open()
  const { page } = assay
  await page.evaluate(given => {
    const transfer = new DataTransfer()
    for (const { name, text } of given) transfer.items.add(new File([text], name))
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }),
    )
  }, files)
  await expect(page.getByText('This text is in the project already')).toBeVisible()
  await page.getByRole('button', { name: 'Import file', exact: true }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(1)
})

test('a colleague’s corpus comes in: its labels are added or taken for others, known texts are joined', async ({
  assay,
}) => {
  await assay.open()
  const { page } = assay
  await assay.paste('The mayor\n\nTaxes rise 😀. Roads fall. Nobody knows.')
  await page.keyboard.press('f')
  await assay.saved()
  const mine = JSON.parse(await assay.exported('jsonl'))
  const { id: _, annotator_id: __, ...one } = mine.annotations[0]
  const theirs = [
    { ...one, annotator: 'Olena', label: 'hearsay' },
    {
      ...one,
      annotator: 'Olena',
      label: 'Pledge',
      start: mine.sentences[2].start,
      end: mine.sentences[2].end,
    },
    {
      ...one,
      annotator: 'Petro',
      label: 'Rumour',
      start: mine.sentences[3].start,
      end: mine.sentences[3].end,
    },
  ]
  const path = join(assay.folder, 'colleagues.jsonl')
  writeFileSync(path, `${JSON.stringify({ ...mine, annotations: theirs })}\n`)

  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).first().click()
  const dialog = page.getByRole('dialog')
  await (await choosing).setFiles(path)
  await expect(dialog.getByText('With annotations: 2 by Olena, 1 by Petro.')).toBeVisible()
  await expect(dialog.getByText('2 labels that the codebook does not have:')).toBeVisible()
  await dialog.getByLabel('What becomes of Rumour').selectOption({ label: 'Take as Claim' })
  await assay.finish('import-labels')
  await dialog.getByRole('button', { name: 'Import file', exact: true }).click()
  await expect(dialog.getByText('0 articles added, 3 annotations added.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('group', { name: 'Labels' })).toContainText('hearsay')
  await dialog.getByRole('group', { name: 'Annotators' }).getByText('Petro').click()
  await dialog.getByText('A manifest').click()
  await assay.finish('export-part')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await downloading).suggestedFilename()).toMatch(/\.zip$/)
  await dialog.getByRole('button', { name: 'Done' }).click()

  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await dialog.getByText('A manifest').click()
  await page.keyboard.press('Escape')
  expect(JSON.parse(await assay.exported('jsonl'))).toEqual(mine)
})

test('every format is written by the application as it is built', async ({ assay }) => {
  test.slow()
  await assay.open()
  const { page } = assay
  await assay.paste('The mayor\n\nTaxes rise 😀. وعد الوزير. Він обіцяв міст.')
  for (const key of ['f', 'p', 'c']) await page.keyboard.press(key)
  await assay.saved()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('radio', { name: 'JSON Lines' })).toBeVisible()
  const formats = await dialog.getByRole('radio').count()
  expect(formats).toBeGreaterThan(20)
  await dialog.getByRole('radio').nth(8).check({ force: true })
  await assay.finish('formats')
  for (let index = 0; index < formats; index++) {
    await dialog.getByRole('radio').nth(index).check({ force: true })
    const downloading = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    const path = await (await downloading).path()
    expect(statSync(path).size).toBeGreaterThan(40)
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Export', exact: true }).click()
  }
})
