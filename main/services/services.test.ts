import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { type CallName, calls, decoded, type Input, workOf } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import type { Metadata } from '#app/model/article'
import { AnnotationId, AnnotatorId, type ArticleId, GroupId, LabelId } from '#app/model/ids'
import { ArticleOrder } from '#app/model/library'
import { reviewId } from '#app/model/review'
import { type StartReader, startReaderProcess } from '#main/import/reader-process'
import { application } from '#main/test/application'
import { article, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { Application } from './application.ts'
import type { Host } from './host.ts'
import { sampleProject } from './sample.ts'
import { openSettings } from './settings.ts'

type Used = Awaited<ReturnType<typeof application>>

async function imported({ get }: Used, text: string) {
  const {
    articles: [one],
  } = await get('article.import', {
    group: GroupId.parse(uuidv7()),
    content: { kind: 'paste', title: '', text },
  })
  if (!one) throw new Error('nothing was imported')
  return decoded(await get('article.open', { article: one.article }))
}

const newId = () => AnnotationId.parse(uuidv7())
const FACT = LabelId.parse('fact')

test('a tag is on the disk when the call is answered', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two. Three.')
  const [first] = sentences
  if (!first) throw new Error('no sentence')
  const saved = await used.get('layer.tag', {
    article: article.id,
    label: FACT,
    ranges: [{ ...first, id: newId() }],
  })
  expect(saved).toMatchObject({ progress: { tagged: 1, reviewed: 1 } })
  const open = decoded(await used.get('article.open', { article: article.id }))
  expect(open.annotations.map(one => one.label)).toEqual(['fact'])
})

test('the reply to a step says what undo would do now, also where it was refused; no other reply does', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two. Three.')
  const [first] = sentences
  if (!first) throw new Error('no sentence')
  const tag = { article: article.id, label: FACT, ranges: [{ ...first, id: newId() }] }
  const saved = await used.ask('layer.tag', tag)
  expect(saved.undo).toEqual({ undo: 'tag', redo: null, step: used.app.store.lastChange() })
  const refused = await used.ask('layer.tag', { ...tag, label: LabelId.parse('none') })
  expect(refused).toMatchObject({ ok: false, undo: saved.undo })
  expect(await used.ask('history.undo', {})).toMatchObject({ undo: { undo: 'import-article', redo: 'tag' } })
  expect(await used.ask('library.totals', {})).not.toHaveProperty('undo')
})

test('a step that is of another project or layer than is open is refused, and does nothing', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two. Three.')
  const [first] = sentences
  if (!first) throw new Error('no sentence')
  const tag = { article: article.id, label: FACT, ranges: [{ ...first, id: newId() }] }
  const { work } = used.app
  const state = await used.get('session.state', {})
  expect(work).toBe(workOf(state.project?.opening ?? '', state.annotator))
  const before = used.app.store.lastChange()
  for (const other of [
    workOf('another', state.annotator),
    workOf(state.project?.opening ?? '', { id: GOLD.id }),
  ])
    expect(await used.answer('layer.tag', tag, other)).toMatchObject({
      ok: false,
      failure: { code: 'elsewhere' },
    })
  expect(used.app.store.lastChange()).toBe(before)
  expect(await used.answer('layer.tag', tag, work)).toMatchObject({ ok: true })
  expect(await used.answer('library.totals', {}, 'another')).toMatchObject({ ok: true, value: { tagged: 1 } })
  // The same file once it is opened again, and another one where a copy takes its place.
  const { path } = used.app.store
  await used.app.close()
  await used.app.open(path)
  expect(used.app.work).toBe(work)
  await used.app.close()
  copyFileSync(path, `${path}.copy`)
  renameSync(`${path}.copy`, path)
  await used.app.open(path)
  expect(used.app.work).not.toBe(work)
})

test('a note on an annotation under a merged label keeps the label that was given', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two.')
  const [first] = sentences
  if (!first) throw new Error('no sentence')
  const id = newId()
  await used.get('layer.tag', { article: article.id, label: FACT, ranges: [{ ...first, id }] })
  const { store, annotator } = used.app
  const fact = store.tables.label.get(FACT)
  if (!fact) throw new Error('no label')
  const merged = { ...fact, retired: true, successor: LabelId.parse('claim') }
  store.write({
    by: annotator.id,
    action: 'change-codebook',
    edits: [{ kind: 'label', id: FACT, after: merged }],
  })
  const said = { note: 'Look again', attributes: {}, mentions: {}, ...first }
  await used.get('layer.annotate', { article: article.id, annotation: id, ...said })
  expect(store.tables.annotation.get(id)).toMatchObject({ label: 'fact', note: 'Look again' })
  const open = decoded(await used.get('article.open', { article: article.id }))
  expect(open.annotations.map(one => one.label)).toEqual(['claim'])
})

test('the article that was read last is known at the next start', async () => {
  const used = await application()
  const { article } = await imported(used, 'One. Two.')
  await imported(used, 'Three. Four.')
  expect(await used.get('article.last', {})).toBeNull()
  await used.get('article.leave-mark', { article: article.id, position: 5 })
  expect(await used.get('article.last', {})).toBe(article.id)
})

test('the windows hear what changed, and which change it was', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two.')
  const [first] = sentences
  if (!first) throw new Error('no sentence')
  const { seq } = await used.get('layer.review', { article: article.id, judgement: 'read', ranges: [first] })
  expect(used.events.at(-1)).toEqual({ name: 'changed', payload: { articles: [article.id], seq } })
})

test('undo says what it did and where', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two.')
  const [, second] = sentences
  if (!second) throw new Error('no sentence')
  const id = newId()
  await used.get('layer.tag', { article: article.id, label: FACT, ranges: [{ ...second, id }] })
  const undone = await used.get('history.undo', {})
  expect(undone).toMatchObject({
    action: 'tag',
    edits: [{ kind: 'annotation', id, after: null }],
    place: { article: article.id, range: second, progress: { tagged: 0, reviewed: 0 } },
  })
})

test('an import goes through the jobs’ thread while tags are written', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two. Three. Four. Five.')
  const group = GroupId.parse(uuidv7())
  const texts = Array.from(
    { length: 20 },
    (_, index) => `Article ${index}. ${'It goes on and on. '.repeat(400)}`,
  )
  const [all, saved] = await Promise.all([
    Promise.all(
      texts.map(text => used.get('article.import', { group, content: { kind: 'paste', title: '', text } })),
    ),
    Promise.all(
      sentences.map(range =>
        used.get('layer.tag', { article: article.id, label: FACT, ranges: [{ ...range, id: newId() }] }),
      ),
    ),
  ])
  expect(all.flatMap(one => one.articles).every(one => one.added)).toBe(true)
  expect(saved.at(-1)?.progress.tagged).toBe(5)
  expect((await used.get('library.page', { filter: {}, order: 'imported', offset: 0, limit: 1 })).total).toBe(
    21,
  )
})

test('an export comes to the place that the host names', async () => {
  const used = await application()
  await imported(used, 'One. Two.')
  const done = await used.get('export.write', { format: 'csv', raw: false, job: uuidv7() })
  expect(done).toMatchObject({ fileName: 'Test.csv', articles: 1, download: null })
  expect(readFileSync(join(used.folder, 'Test.csv'), 'utf8').split('\r\n')).toHaveLength(4)
})

test('every call refuses input that is not of its form, as data, and changes nothing', async () => {
  const { answer, app } = await application()
  const before = app.store.lastChange()
  for (const name of Object.keys(calls) as CallName[]) {
    for (const input of [
      undefined,
      null,
      7,
      'x',
      [],
      { unknown: 1 },
      { article: '../../etc/passwd' },
      { __proto__: { limit: 5 } },
    ]) {
      const outcome = await answer(name, input)
      if (outcome.ok) expect(calls[name].input.safeParse(input).success).toBe(true)
      else expect(outcome.failure).toMatchObject({ code: 'invalid-input', details: { call: name } })
    }
  }
  expect(app.store.lastChange()).toBe(before)
})

test('what is not there is said in a sentence', async () => {
  const { ask } = await application()
  const article = 'ba7816bf-8f01-8fea-8141-40de5dae2223'
  expect(await ask('article.open', { article })).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect(await ask('export.write', { format: 'nonsense', raw: false, job: uuidv7() })).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  })
  expect(await ask('history.redo', {})).toMatchObject({ ok: false, failure: { code: 'nothing-to-undo' } })
  expect(await ask('project.open', { path: '/nothing/there.assay' })).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  })
})

test('a project that cannot be opened leaves the open one open', async () => {
  const used = await application()
  writeFileSync(join(used.folder, 'bad.assay'), 'nonsense'.repeat(1000))
  expect((await used.ask('project.open', { path: join(used.folder, 'bad.assay') })).ok).toBe(false)
  expect((await used.get('session.state', {})).project?.project.name).toBe('Test')
  await imported(used, 'Still. Works.')
})

test('a name changes everywhere, and the person stays the same', async () => {
  const { get, app } = await application()
  const before = app.annotator.id
  const session = await get('session.rename', { name: 'Olena' })
  expect(session.annotator).toEqual({ id: before, name: 'Olena' })
  expect(app.store.tables.annotator.get(before)?.name).toBe('Olena')
})

test('the sample project has six articles and is made once', async () => {
  const folder = temporaryFolder()
  const app = new Application({ kind: 'browser' } as Host, folder)
  onTestFinished(() => app.close())
  const path = await sampleProject(folder, app.annotator)
  await app.open(path)
  expect(app.store.library.totals(app.annotator.id)).toMatchObject({ articles: 6, tagged: 0 })
  expect(app.undoState()).toMatchObject({ undo: null, redo: null })
  expect(await sampleProject(folder, app.annotator)).toBe(path)
})

test('settings that cannot be read are set aside, not overwritten', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'settings.json')
  writeFileSync(path, '{ broken')
  const { annotator } = openSettings(path)
  expect(readdirSync(folder).some(name => name.includes('unreadable'))).toBe(true)
  expect(openSettings(path).annotator).toEqual(annotator)
  expect(existsSync(path)).toBe(true)
})

test('an installation keeps the id that tells it from others, and has no other’s', () => {
  const [one, other] = [join(temporaryFolder(), 'settings.json'), join(temporaryFolder(), 'settings.json')]
  const { device } = openSettings(one)
  expect(device).toMatch(/^[0-9a-f]{12}$/)
  expect(openSettings(one).device).toBe(device)
  expect(openSettings(other).device).not.toBe(device)
})

test('what is imported while an export is under way is kept', async () => {
  const used = await application()
  for (let index = 0; index < 40; index++)
    await imported(used, `Article ${index}. ${'On it goes. '.repeat(3000)}`)
  const group = GroupId.parse(uuidv7())
  const [written, ...all] = await Promise.all([
    used.get('export.write', { format: 'jsonl', job: uuidv7() }),
    ...Array.from({ length: 10 }, (_, index) =>
      used.get('article.import', { group, content: { kind: 'paste', title: '', text: `New ${index}.` } }),
    ),
  ])
  expect(written).toMatchObject({ fileName: 'Test.jsonl' })
  expect(all.flatMap(one => one.articles).every(one => one.added)).toBe(true)
  expect((await used.get('library.page', { filter: {}, order: 'imported', offset: 0, limit: 1 })).total).toBe(
    50,
  )
})

test('somebody decides between annotators, by hand and by rule, and the windows hear of it', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two. Three.')
  const borys = { id: AnnotatorId.parse(uuidv7()), name: 'Borys' }
  for (const number of [1, 2]) {
    tagSentence(used.app.store, article.id, number, 'fact', used.app.annotator)
    tagSentence(used.app.store, article.id, number, number === 1 ? 'fact' : 'claim', borys)
  }
  const [, second] = sentences
  if (!second) throw new Error('no sentence')
  const queue = async () => used.get('adjudication.queue', { job: uuidv7() })
  expect(await queue()).toMatchObject({
    ...{ count: 1, totals: { open: 2, disagreed: 1 } },
    articles: [{ open: 2, disagreed: 1, decided: 0 }],
  })
  const { annotators, sentences: open } = await used.get('adjudication.article', {
    article: article.id,
    order: 'disagreed-first',
  })
  expect(annotators.map(one => one.name).sort()).toEqual([used.app.annotator.name, 'Borys'].sort())
  expect(open.map(one => one.sentence)).toEqual([1, 0])
  const decided = await used.get('adjudication.decide', {
    ...{ article: article.id, sentence: second, verdict: { choice: 'take', annotator: borys.id } },
    ...{ cause: 'slip', reason: 'Nobody counted.' },
  })
  expect(decided).toMatchObject({
    progress: { tagged: 1, reviewed: 1 },
    sentence: { decision: { labels: ['claim'], cause: 'slip' }, stale: null },
  })
  expect(used.events.at(-1)).toMatchObject({ name: 'changed', payload: { articles: [article.id] } })
  const rule = { kind: 'agreed' } as const
  const counts = { decided: 1, unchanged: 0, kept: 1, left: 0, articles: 1 }
  const dry = await used.get('adjudication.by-rule', { rule, dryRun: true, job: uuidv7() })
  expect(dry).toEqual(counts)
  expect(await used.get('adjudication.by-rule', { rule, job: uuidv7() })).toEqual(counts)
  expect((await queue()).articles).toMatchObject([{ open: 0, decided: 2, stale: 0 }])
  expect(await used.get('history.undo', {})).toMatchObject({ action: 'adjudicate' })
  expect((await queue()).articles).toMatchObject([{ open: 1, decided: 1 }])
})

test('what the window has drawn is written whole, under a name that every file system takes', async () => {
  const used = await application()
  const bytes = new TextEncoder().encode('<svg/>')
  const saved = await used.get('export.save', { name: 'Anna: “a/b”', type: 'svg', bytes })
  expect(saved).toEqual({ fileName: 'Anna “a b”.svg', download: null })
  expect(readFileSync(join(used.folder, 'Anna “a b”.svg'), 'utf8')).toBe('<svg/>')
})

test('agreement is computed in a thread, with progress, and can be stopped', async () => {
  const used = await application()
  const { article } = await imported(used, 'One. Two. Three.')
  const borys = { id: AnnotatorId.parse(uuidv7()), name: 'Borys' }
  for (const number of [1, 2]) {
    tagSentence(used.app.store, article.id, number, 'fact', used.app.annotator)
    tagSentence(used.app.store, article.id, number, number === 1 ? 'fact' : 'claim', borys)
  }
  const { report, labels } = await used.get('agreement.report', { job: uuidv7() })
  expect(labels).toMatchObject({ n: 2, pairs: [{ percent: { value: 0.5 } }] })
  expect(await used.get('agreement.divided', { report, offset: 0, limit: 10 })).toMatchObject({
    ...{ total: 1, sentences: [{ text: 'Two.', title: article.title }] },
  })
  // So much that it cannot be done before the word to stop comes.
  const long = await imported(used, 'It goes on. '.repeat(4000))
  const at = new Date().toISOString()
  for (const { id } of [used.app.annotator, borys])
    used.app.store.write({
      ...{ by: id, action: 'review' },
      edits: long.sentences.map(range => {
        const after = { article: long.article.id, annotator: id, ...range, judgement: 'read' as const, at }
        return { kind: 'review', id: reviewId(after), after }
      }),
    })
  const job = uuidv7()
  const stopped = used.ask('agreement.report', { job })
  await used.get('job.cancel', { job })
  expect(await stopped).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  const outcome = await used.ask('agreement.confusion', { report: uuidv7(), first: 0, second: 1 })
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

test('feedback for an annotator is written where the host says, as a page and as an exchange file', async () => {
  const used = await application()
  const { article, sentences } = await imported(used, 'One. Two.')
  const borys = { id: AnnotatorId.parse(uuidv7()), name: 'Borys' }
  tagSentence(used.app.store, article.id, 1, 'fact', borys)
  const [first] = sentences
  if (!first) throw new Error('no sentence')
  await used.get('adjudication.decide', { article: article.id, sentence: first, verdict: { choice: 'none' } })
  const give = (as: 'page' | 'exchange-file') =>
    used.get('adjudication.feedback', { annotator: borys.id, as, job: uuidv7() })
  expect(await give('page')).toEqual({
    ...{ fileName: 'Test – Borys.html', compared: 1, differing: 1, download: null },
  })
  expect(await give('exchange-file')).toMatchObject({ fileName: 'Test – Borys.assay.jsonl' })
  const file = readFileSync(join(used.folder, 'Test – Borys.assay.jsonl'), 'utf8')
  expect(file.split('\n')[0]).toContain('"assay":"exchange"')
})

test('a step on many articles is taken, told of and taken back as one', async () => {
  const used = await application()
  const group = GroupId.parse(uuidv7())
  const texts = Array.from({ length: 60 }, (_, index) => `Article ${index}. ${'It goes on. '.repeat(20)}`)
  for (const text of texts)
    await used.get('article.import', { group, content: { kind: 'paste', title: '', text } })
  const page = async (filter: Input<'library.page'>['filter']) =>
    used.get('library.page', { filter, order: 'imported', offset: 0, limit: 1 })
  const selection = { filter: {}, except: [] }
  const job = uuidv7()
  const report = await used.get('library.bulk', { selection, action: { do: 'mark', as: 'done' }, job })
  expect(report).toMatchObject({ changed: 60, kept: 0 })
  expect(used.app.undoState().undo).toBe('review')
  expect(used.events).toContainEqual({ name: 'progress', payload: { job, done: 60, total: 60 } })
  expect(used.events.at(-1)).toMatchObject({ name: 'changed', payload: { articles: null, seq: report.seq } })
  expect((await page({ status: ['done'] })).total).toBe(60)
  await used.get('history.undo', {})
  expect((await page({ status: ['done'] })).total).toBe(0)
})

test('of a step in many articles the window is told what it did in one, and that there is more', async () => {
  const used = await application()
  const group = GroupId.parse(uuidv7())
  for (let index = 0; index < 60; index++)
    await used.get('article.import', {
      group,
      content: { kind: 'paste', title: '', text: `Article ${index}. ${'It goes on. '.repeat(20)}` },
    })
  const search = { query: 'goes' }
  const label = LabelId.parse('claim')
  await used.get('search.tag', { search, chosen: null, label, scope: 'sentence', job: uuidv7() })
  for (const direction of ['undo', 'redo'] as const) {
    const { place, edits, elsewhere, action } = await used.get(`history.${direction}`, {})
    expect({ elsewhere, action }).toEqual({ elsewhere: true, action: 'tag' })
    expect(edits).toHaveLength(20)
    expect(
      edits.every(({ after }) => (direction === 'undo' ? after === null : after?.article === place?.article)),
    ).toBe(true)
    expect(place?.progress.tagged).toBe(direction === 'undo' ? 0 : 20)
    expect(used.events.at(-1)).toMatchObject({ name: 'changed', payload: { articles: null } })
  }
})

test('the place of an article in a list is told; of one that is not listed there is none', async () => {
  const used = await application()
  const ids: ArticleId[] = []
  for (const name of ['One', 'Two', 'Three']) ids.push((await imported(used, `${name} is here.`)).article.id)
  const place = (
    article: ArticleId | undefined,
    filter: Input<'library.place'>['filter'],
    order = 'imported',
  ) => used.get('library.place', { article: article ?? '', filter, order: ArticleOrder.parse(order) })
  expect(await Promise.all(ids.map(one => place(one, {})))).toEqual([0, 1, 2])
  expect(await Promise.all(ids.map(one => place(one, {}, 'newest')))).toEqual([2, 1, 0])
  expect(await place(ids[0], { words: 'two' })).toBeNull()
})

test('a list stays as it was while a page of it is asked for, whatever is tagged meanwhile', async () => {
  const used = await application()
  for (const name of ['One', 'Two', 'Three']) await imported(used, `${name} is here. It ends.`)
  const list = { filter: { status: ['unread' as const] }, order: 'imported' as const, limit: 1 }
  const first = await used.get('library.page', { ...list, offset: 0 })
  const id = first.articles[0]?.id
  if (!id) throw new Error('no article')
  const { sentences } = decoded(await used.get('article.open', { article: id }))
  await used.get('layer.review', { article: id, judgement: 'read', ranges: [...sentences] })
  const second = await used.get('library.page', { ...list, offset: 1, asOf: first.asOf })
  expect([second.total, second.articles[0]?.title]).toEqual([3, 'Two is here. It ends.'])
  expect((await used.get('library.page', { ...list, offset: 0 })).total).toBe(2)
})

test('the library is arranged for this computer: columns for all projects, filters for each', async () => {
  const { get, folder } = await application()
  const filters = [{ name: 'Unread', filter: { status: ['unread' as const] } }]
  await get('library.arrange', { columns: ['author'] })
  await get('library.arrange', { filters })
  expect(await get('library.settings', {})).toMatchObject({ columns: ['author'], filters })
  expect(openSettings(join(folder, 'settings.json')).library('another')).toEqual({
    columns: ['author'],
    filters: [],
  })
})

test('the values to filter by are told with how many articles have them, without the bin', async () => {
  const used = await application()
  const [one, two, three] = await Promise.all(
    ['One', 'Two', 'Three'].map(name => imported(used, `${name} is here. It ends.`)),
  )
  if (!one || !two || !three) throw new Error('no articles')
  for (const { article } of [one, two, three])
    await used.get('article.describe', {
      article: article.id,
      metadata: { ...pick(article), source: article === one.article ? 'The Courier' : 'Le Fil' },
    })
  expect(await used.get('library.facets', { of: 'source' })).toEqual([
    { value: 'Le Fil', articles: 2 },
    { value: 'The Courier', articles: 1 },
  ])
  const action = { do: 'put' as const, collection: '00000000-0000-8000-8000-0000000000b1' }
  await used.get('library.bulk', { selection: { articles: [two.article.id] }, action, job: uuidv7() })
  expect(await used.get('library.facets', { of: 'source', like: 'fil' })).toEqual([
    { value: 'Le Fil', articles: 1 },
  ])
  expect(await used.get('collection.list', {})).toEqual({ collections: [], binned: 1 })
})

const pick = ({ title, author, url, published, language }: Metadata) => ({
  ...{ title, author, url, published, language },
})

/** An application with a project that opening leaves to be looked through later. */
async function withLargeProject() {
  const used = await application()
  for (let number = 0; number < 6; number++)
    await imported(used, `Article ${number}. ${'It goes on. '.repeat(90_000)}`)
  return { ...used, path: used.app.store.path }
}

test('whoever leaves a large project does not wait until it is looked through, and it is backed up the next time', async () => {
  // The process that looks never says anything.
  let [looking, gone] = [0, 0]
  const startReader: StartReader = () => {
    looking++
    const kill = async () => void gone++
    return { ask() {}, hold() {}, kill }
  }
  const { app, get, path } = await withLargeProject()
  await get('backup.make', { job: uuidv7() })
  article(app.store, 'One more.', app.annotator)
  await app.close()
  const before = readdirSync(`${path}-backups`)

  const silent = await application('Silent', 'default', { startReader })
  await silent.app.open(path)
  await silent.get('library.totals', {})
  await expect.poll(() => looking).toBe(1)
  const began = Date.now()
  await silent.app.close()
  expect(Date.now() - began).toBeLessThan(10_000)
  expect([looking, gone]).toEqual([1, 1])
  expect(readdirSync(`${path}-backups`)).toEqual(before)

  const again = await application('Again')
  await again.app.open(path)
  await expect.poll(() => readdirSync(`${path}-backups`).length, { timeout: 20_000 }).toBe(before.length + 1)
}, 120_000)

test('where a project cannot be written to the open one stays open, and the other is opened later', async () => {
  const { app } = await application()
  const { path } = app.store
  const other = project()
  other.close()
  const writer = new Database(other.path)
  writer.exec('begin immediate')
  await expect(app.open(other.path)).rejects.toThrow()
  expect(app.store.path).toBe(path)
  expect(app.session().project?.fileName).toBe(basename(path))
  writer.close()
  await app.open(other.path)
  expect(app.store.path).toBe(other.path)
})

test('what reads texts is started when one is expected, and is there for the one that comes', async () => {
  let started = 0
  const startReader: StartReader = (memory, listeners) => {
    started++
    return startReaderProcess(memory, listeners)
  }
  const used = await application('Test', 'default', { startReader })
  expect(await used.get('source.expect', {})).toBeNull()
  await used.app.jobs.idle()
  await expect.poll(() => started).toBe(1)
  await imported(used, 'One. Two.')
  expect(started).toBe(1)
  expect((await used.get('library.totals', {})).articles).toBe(1)
})

test('where the process that looks a large project through ends by itself the window is told, and a backup is made on demand', async () => {
  const { app, path } = await withLargeProject()
  await app.close()
  let ends = true
  const startReader: StartReader = (memory, listeners) => {
    if (!ends) return startReaderProcess(memory, listeners)
    return { ask: () => setImmediate(listeners.end), hold() {}, kill: async () => {} }
  }
  const again = await application('Again', 'default', { startReader })
  await again.app.open(path)
  const notBackedUp = () => again.app.session().project?.notBackedUp
  await expect.poll(notBackedUp, { timeout: 20_000 }).toContain('ended before it was done')
  ends = false
  expect(await again.get('backup.make', { job: uuidv7() })).toBe(true)
  expect(notBackedUp()).toBeNull()
  expect(again.events.at(-1)).toMatchObject({ name: 'session', payload: { project: { notBackedUp: null } } })
}, 120_000)

test('a large project opens at once, and is looked through after: one that is damaged is closed and told of, and no backup is lost', async () => {
  const { app, get, path } = await withLargeProject()
  await app.close()
  const backups = readdirSync(`${path}-backups`)
  const bytes = readFileSync(path)
  bytes.fill(0xaa, 1000 * 4096, 1010 * 4096)
  writeFileSync(path, bytes)
  await get('project.open', { path })
  await expect
    .poll(() => app.session().damaged, { timeout: 20_000 })
    .toEqual({ fileName: basename(path), message: expect.stringContaining('Restore it') })
  expect(app.session().project).toBeNull()
  expect(readdirSync(`${path}-backups`)).toEqual(backups)
}, 120_000)
