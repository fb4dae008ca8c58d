import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { decoded } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import { AnnotationId, CollectionId, LabelId } from '#app/model/ids'
import { secondReaderOf } from '#app/model/second-reading'
import { openProject } from '#main/store/open'
import { application } from '#main/test/application'
import { article, labelsOf, person, tagSentence } from '#main/test/projects'

const BORYS = person('Borys')
const BASIS = { part: 1, stratify: 'none', seed: 1 } as const
const job = () => crypto.randomUUID()
const annotationId = () => AnnotationId.parse(crypto.randomUUID())

/** An application with an article of which the person has said one thing and Borys another. */
async function begun() {
  const { app, ask, get, events } = await application()
  const { store, annotator: self } = app
  const id = article(store, 'Taxes rise. Roads fall apart! Nobody knows why.', self)
  tagSentence(store, id, 1, 'fact', self)
  tagSentence(store, id, 1, 'claim', BORYS)
  const tag = (label: string) => {
    const sentence = store.tables.segmentation.get(id)?.sentences[0]
    if (!sentence) throw new Error('no sentence')
    return get('layer.tag', {
      article: id,
      label: LabelId.parse(label),
      ranges: [{ ...sentence, id: annotationId() }],
    })
  }
  const shown = async () =>
    decoded(await get('article.open', { article: id })).annotations.map(({ annotator }) => annotator)
  return { app, ask, get, events, store, self, id, tag, shown }
}

test('who says that they are an annotator of an open project works as them from then on, and can take it back', async () => {
  const { app, get, store, self, id, tag } = await begun()
  const session = await get('session.identify', { annotator: BORYS.id })
  expect([session.annotator, session.person]).toEqual([BORYS, BORYS])
  expect(store.tables.identity.all()).toMatchObject([{ annotator: BORYS.id, person: self.id }])
  await tag('opinion')
  expect([labelsOf(store, id, BORYS), labelsOf(store, id, self)]).toEqual([['opinion'], ['fact']])
  await get('history.undo', {})
  expect(labelsOf(store, id, BORYS)).toEqual(['claim'])

  expect((await get('session.identify', { annotator: null })).annotator).toEqual(self)
  expect(store.tables.identity.all()).toEqual([])
  expect(app.settings.identityIn(store.tables.project.only().id)).toBeUndefined()
  await tag('opinion')
  expect(labelsOf(store, id, self)).toEqual(['opinion'])
})

test('undo passes over that somebody said who they are', async () => {
  const { get, store, id, tag } = await begun()
  await get('session.identify', { annotator: BORYS.id })
  await tag('opinion')
  await get('session.identify', { annotator: null })
  await get('session.identify', { annotator: BORYS.id })
  expect((await get('history.undo', {})).action).toBe('tag')
  expect(labelsOf(store, id, BORYS)).toEqual(['claim'])
  expect(store.tables.identity.all()).toHaveLength(1)
})

test('nobody can be who is not in the project, nor gold, nor a second reading', async () => {
  const { ask, get, store, self } = await begun()
  store.introduce(GOLD.id, GOLD.name)
  await get('assign.deal-again', { annotators: null, terms: BASIS, job: job() })
  for (const annotator of [person('Nobody').id, GOLD.id, secondReaderOf(self).id])
    expect(await ask('session.identify', { annotator })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    })
  expect(store.tables.identity.all()).toEqual([])
})

test('in a second reading nothing shows of what was said before; what is said is its own, and ends with it', async () => {
  const { app, ask, get, store, self, id, tag, shown, events } = await begun()
  expect(await ask('session.read-again', { on: true })).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('No article was dealt to you for a second reading') },
  })
  expect(await get('assign.plan-again', { annotators: null, terms: BASIS })).toMatchObject({
    readers: [
      { annotator: BORYS, articles: 1, sentences: 3 },
      { annotator: self, articles: 1 },
    ],
  })
  await get('assign.deal-again', { annotators: [self.id], terms: BASIS, job: job() })
  const again = secondReaderOf(self)
  events.length = 0
  const session = await get('session.read-again', { on: true })
  expect([session.annotator, session.person]).toEqual([again, self])
  expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(['session', 'changed']))
  expect(await shown()).toEqual([])
  expect((await get('library.totals', {})).tagged).toBe(0)
  expect(await get('layer.next', { queue: { kind: 'unread' }, from: null, direction: 'next' })).not.toBeNull()
  const before = store.lastChange()
  for (const refused of [
    ask('adjudication.queue', { limit: 5, job: job() }),
    ask('assign.deal-again', { annotators: null, terms: BASIS, job: job() }),
    ask('collection.create', { collection: CollectionId.parse(crypto.randomUUID()), name: 'Mine' }),
    ask('article.import', {
      group: crypto.randomUUID(),
      content: { kind: 'paste', title: '', text: 'Another one.' },
    }),
  ])
    expect(await refused).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect(store.lastChange()).toBe(before)
  expect(await get('agreement.report', { job: job() })).toMatchObject({ coders: [], consistency: [{ n: 0 }] })
  await tag('claim')
  expect(labelsOf(store, id, again)).toEqual(['claim'])
  expect(await shown()).toEqual([again.id])

  await get('session.read-again', { on: false })
  expect(app.annotator).toEqual(self)
  expect(labelsOf(store, id, self)).toEqual(['fact'])
  expect(await shown()).toEqual([self.id])
  const { consistency } = await get('agreement.report', { job: job() })
  expect(consistency).toMatchObject([{ annotator: self, n: 1, divided: 1 }])
})

test('a tag that waits for another writer is of whose layer it was given in, also where the project is closed meanwhile', async () => {
  const { app, get, store, self, id, tag } = await begun()
  await get('assign.deal-again', { annotators: [self.id], terms: BASIS, job: job() })
  await get('session.read-again', { on: true })
  const { path } = store
  const other = new Database(path)
  other.exec('begin immediate')
  const [tagging, closing] = [tag('claim'), app.close()]
  await delay(50)
  other.exec('rollback')
  other.close()
  await Promise.all([tagging, closing])
  const again = openProject(path)
  onTestFinished(() => again.close())
  expect(labelsOf(again, id, secondReaderOf(self))).toEqual(['claim'])
  expect(labelsOf(again, id, self)).toEqual(['fact'])
})

test('a second reading bears the name of its person, also once they have another', async () => {
  const { get, store, self } = await begun()
  await get('assign.deal-again', { annotators: [self.id], terms: BASIS, job: job() })
  await get('session.rename', { name: 'Ana Marija' })
  expect(store.tables.annotator.get(secondReaderOf(self).id)?.name).toBe('Ana Marija (second reading)')
})
