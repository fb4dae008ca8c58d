import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { AnnotationId, LabelId, ProjectId } from '../app/model/ids.ts'
import type { Edit } from '../app/model/record.ts'
import { merge } from '../main/exchange/merge.ts'
import { share } from '../main/exchange/share.ts'
import { importDraft } from '../main/import/import-draft.ts'
import { defaultCodebook } from '../main/services/default-codebook.ts'
import { openSettings } from '../main/services/settings.ts'
import { createProject } from '../main/store/open.ts'
import type { Store } from '../main/store/store.ts'
import { type Assay, expect, test } from './harness/assay.ts'

const MANY = 10_000

/** Notes on all annotations, as one change. */
function note(store: Store, text: string): void {
  const [article] = store.tables.article.inOrder()
  const annotations = article ? store.tables.annotation.ofArticle(article.id) : []
  const edits = annotations.map((one): Edit => {
    const after = { ...one, note: `${text} ${one.start}`, updated: new Date().toISOString() }
    return { kind: 'annotation', id: one.id, after }
  })
  const [first] = annotations
  if (first) store.write({ by: first.annotator, action: 'annotate', edits })
}

/** A project in which one person noted something else on each of very many annotations on two computers. */
async function makeConflicts({ folder, project }: Assay): Promise<void> {
  const { annotator } = openSettings(join(folder, 'data', 'settings.json'))
  const about = { id: ProjectId.parse(uuidv7()), name: 'Two computers', created: new Date().toISOString() }
  const make = (path: string) =>
    createProject(path, { project: about, codebook: defaultCodebook(), annotator })
  const [here, elsewhere] = [make(project), make(join(folder, 'Elsewhere.assay'))]
  const text = Array.from({ length: MANY }, (_, n) => `Sentence ${n}.`).join(' ')
  const made = importDraft(here, { text, metadata: { title: 'Long' } }, { by: annotator.id, origin: null })
  const now = new Date().toISOString()
  const edits = (here.tables.segmentation.get(made.article)?.sentences ?? []).map((range): Edit => {
    const id = AnnotationId.parse(uuidv7())
    const said = { attributes: {}, mentions: {}, note: '', codebook: '', created: now, updated: now }
    const what = { article: made.article, annotator: annotator.id, label: LabelId.parse('fact') }
    return { kind: 'annotation', id, after: { id, ...what, ...range, ...said } }
  })
  here.write({ by: annotator.id, action: 'tag', edits })
  const files = [join(folder, 'there.assay.jsonl'), join(folder, 'back.assay.jsonl')] as const
  await share(here, { by: annotator }, files[0])
  await merge(elsewhere, files[0], { by: annotator.id })
  note(here, 'Here')
  note(elsewhere, 'Elsewhere')
  await share(elsewhere, { by: annotator }, files[1])
  await merge(here, files[1], { by: annotator.id })
  here.close()
  elsewhere.close()
}

test('ten thousand conflicts are a list like any other: reached, read and decided by keyboard', async ({
  assay,
}) => {
  test.setTimeout(240_000)
  await makeConflicts(assay)
  await assay.open()
  const { page } = assay
  await page.keyboard.press('Control+5')
  await page.getByRole('tab', { name: /^Conflicts/ }).click()
  await expect(page.getByRole('tab', { name: `Conflicts ${MANY}` })).toBeVisible()
  const list = page.getByRole('list', { name: 'Contradictions' })
  const rows = list.getByRole('listitem')
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(MANY))
  // Only what is in view is on the page.
  expect(await rows.count()).toBeLessThan(80)

  await rows.first().getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator(':focus')).toHaveAttribute('aria-current', 'true')
  await expect(list.locator('[aria-posinset="2"] button')).toBeFocused()
  await page.keyboard.press('End')
  const last = list.locator(`[aria-posinset="${MANY}"] button`)
  await expect(last).toBeFocused()
  await expect(last).toContainText('Long')
  const conflict = page.getByRole('region', { name: 'Conflict' })
  await expect(conflict.getByRole('row', { name: /^Note/ })).toContainText('Here')
  await assay.finish('conflicts-many')

  await last.focus()
  await page.keyboard.press('2')
  await expect(page.getByRole('tab', { name: `Conflicts ${MANY - 1}` })).toBeVisible()
  await expect(list.locator(`[aria-posinset="${MANY - 1}"] button`)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('tab', { name: `Conflicts ${MANY}` })).toBeVisible()
  await page.keyboard.press('Control+5')
  await page.getByRole('tab', { name: /^Conflicts/ }).click()
  await rows.first().getByRole('button').focus()
  await page.keyboard.press('Home')
  await expect(list.locator('[aria-posinset="1"] button')).toBeFocused()
})
