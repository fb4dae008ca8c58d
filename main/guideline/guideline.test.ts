import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changeLabel } from '#app/codebook/change-labels'
import { codebookVersion } from '#app/model/codebook-version'
import { guidelineVersion } from '#app/model/guideline'
import { LabelId } from '#app/model/ids'
import { dealArticles, planDealing } from '#main/assign/deal-articles'
import { writeStartFile } from '#main/assign/start-files'
import { joinTeam } from '#main/exchange/join-team'
import { merge } from '#main/exchange/merge'
import { openSettings } from '#main/services/settings'
import { application } from '#main/test/application'
import { article, tagSentence, temporaryFolder } from '#main/test/projects'
import { readGuideline } from './read-guideline.ts'

const PAGE = { after: null, limit: 10 }
const FACT = LabelId.parse('fact')

/** The lead’s application, with one article dealt to Vera, and a way to write a guideline and to change the codebook. */
async function lead() {
  const { app, ask, get } = await application()
  const { store, annotator } = app
  const id = article(store, 'Taxes rise. Roads fall apart! Nobody knows why.', annotator)
  const terms = {
    ...{ each: 1, overlap: 0, overlapTo: null, seed: 1 },
    ...({ balance: 'articles', stratify: 'none' } as const),
  }
  const plan = planDealing(store, [{ name: 'Vera' }], terms)
  dealArticles(store, plan, { by: annotator.id, terms, blind: true, at: new Date().toISOString() })
  const vera = plan.recipients[0]?.annotator
  if (!vera) throw new Error('nobody')
  const write = (text: string) => {
    const base = guidelineVersion({
      text: store.tables.guideline.get(store.tables.project.only().id)?.text ?? '',
    })
    return get('guideline.write', { text, base })
  }
  const redefine = (definition: string) => {
    const now = store.codebook()
    return get('codebook.change', {
      ...{ base: codebookVersion(now), reason: '' },
      ...changeLabel(now, FACT, { definition }),
    })
  }
  const startFile = async () => {
    const path = join(temporaryFolder(), 'vera.assay.jsonl')
    await writeStartFile(store, { by: annotator, of: [vera.id], blind: true }, path)
    return path
  }
  return { app, store, ask, get, article: id, vera, write, redefine, startFile }
}

test('a guideline is written, read and undone; one that was changed meanwhile is not written over', async () => {
  const { app, ask, get, write } = await lead()
  expect(await get('guideline.read', {})).toMatchObject({ text: '', by: null, news: null })
  await write('# Facts\n\nTag what can be checked.')
  expect(await get('guideline.read', {})).toMatchObject({
    ...{ text: '# Facts\n\nTag what can be checked.', by: app.annotator, forThisCodebook: true },
  })
  const late = await ask('guideline.write', { text: 'Mine.', base: guidelineVersion({ text: '' }) })
  expect(late).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect((await get('history.undo', {})).action).toBe('change-guideline')
  expect((await get('guideline.read', {})).text).toBe('')
})

test('a later starter file brings what changed, as a difference, and a list of what it touches', async () => {
  const { write, redefine, startFile, vera } = await lead()
  await write('Read all.\nTag.')
  const settings = openSettings(join(temporaryFolder(), 'settings.json'))
  const path = join(temporaryFolder(), 'Vera.assay')
  const joined = await joinTeam(path, await startFile(), settings, { as: 'Vera' })
  const [first] = joined.store.tables.article.inOrder()
  if (!first) throw new Error('no article')
  tagSentence(joined.store, first.id, 1, 'fact', vera)
  tagSentence(joined.store, first.id, 2, 'claim', vera)
  joined.store.close()

  const { app, get } = await application('Elsewhere')
  app.settings.identify(joined.report.header.project.id, vera.id)
  await get('project.open', { path })
  expect(app.annotator).toEqual(vera)
  expect(await get('guideline.read', {})).toMatchObject({ text: 'Read all.\nTag.', news: null })
  await get('guideline.seen', {})
  await write('Read all.\nDoubt.\nTag.')
  await redefine('What can be checked against a source.')
  await merge(app.store, await startFile(), { by: vera.id })

  const { news, forThisCodebook } = await get('guideline.read', {})
  expect(forThisCodebook).toBe(false)
  expect(news?.lines).toEqual([
    { change: 'same', line: 'Read all.' },
    { change: 'added', line: 'Doubt.' },
    { change: 'same', line: 'Tag.' },
  ])
  expect(news?.codebook).toMatchObject([{ of: 'label', id: 'fact', change: 'changed' }])
  const touched = await get('guideline.to-look-at', PAGE)
  expect(touched).toMatchObject({ total: 1, annotations: [{ label: 'fact', text: 'Taxes rise.' }] })

  const [one] = touched.annotations
  if (!one) throw new Error('nothing')
  await get('guideline.still-right', { annotations: [one.id] })
  expect((await get('guideline.to-look-at', PAGE)).total).toBe(0)
  await get('history.undo', {})
  expect((await get('guideline.to-look-at', PAGE)).total).toBe(1)
  await get('guideline.seen', {})
  expect(readGuideline(app.store, vera.id).news).toBeNull()
})

test('nobody says of another’s annotation that it is still right', async () => {
  const { store, get, article: id, vera, redefine } = await lead()
  tagSentence(store, id, 1, 'fact', vera)
  await redefine('Otherwise.')
  const [theirs] = store.tables.annotation.ofArticle(id)
  if (!theirs) throw new Error('nothing')
  expect((await get('guideline.still-right', { annotations: [theirs.id] })).seq).toBeNull()
  expect(store.tables.annotation.get(theirs.id)?.codebook).toBe(theirs.codebook)
  expect((await get('guideline.to-look-at', PAGE)).total).toBe(0)
})
