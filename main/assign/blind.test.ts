import { join } from 'node:path'
import { expect, test } from 'vitest'
import { calls } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import type { DealingTerms } from '#app/model/dealing'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import { AnnotationId, AttributeId, GroupId, LabelId } from '#app/model/ids'
import { reviewId } from '#app/model/review'
import { secondReadingOf } from '#app/model/second-reading'
import { Search } from '#app/search/search'
import { merge } from '#main/exchange/merge'
import { share } from '#main/exchange/share'
import { corpusOf } from '#main/export/corpus-of'
import { queryDoer } from '#main/queries/queries'
import { QUERY_NAMES, type QueryName, type QueryTasks } from '#main/queries/query-names'
import { jobDoer } from '#main/services/do-job'
import type { Task } from '#main/services/work-thread'
import { asTheyWere, earlierRecords } from '#main/store/as-of'
import { assertSees, worksBlind } from '#main/store/blindfold'
import { fileAt } from '#main/store/in-place'
import { asSeenBy, joinProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import { ANNA, article, labelsOf, person, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { dealArticles, planDealing } from './deal-articles.ts'
import { lastOpening, openLayers } from './open-layers.ts'
import { dealSecondReading, planSecondReading } from './second-reading.ts'

const TERMS: DealingTerms = {
  ...{ each: 2, overlap: 0, overlapTo: null },
  ...{ balance: 'articles', stratify: 'none', seed: 1 },
}
const SAME = AttributeId.parse('same-pledge')
const AT = '2026-11-26T12:00:00.000Z'
const [VERA, WALID] = [person('Vera'), person('Walid')]

/** A project of Anna’s with two articles, dealt blind to Vera and Walid. */
function dealt(): { store: Store; articles: [ArticleId, ArticleId] } {
  const store = project()
  const articles: [ArticleId, ArticleId] = [
    article(store, 'Taxes rise in May. Roads fall apart! Nobody knows why.'),
    article(store, 'The mayor promised a bridge. She said so twice. It is not there.'),
  ]
  for (const { id, name } of [VERA, WALID, GOLD]) store.introduce(id, name)
  const plan = planDealing(store, [VERA.id, WALID.id], TERMS)
  dealArticles(store, plan, { by: ANNA.id, terms: TERMS, blind: true, at: AT })
  return { store, articles }
}

/** Gives an annotation of fixed id with attributes, as an import does. */
function annotate(
  store: Store,
  article: ArticleId,
  by: AnnotatorId,
  number: number,
  label: string,
  to: string,
): void {
  const sentence = store.tables.segmentation.get(article)?.sentences[number - 1]
  if (!sentence) throw new Error(`no sentence ${number}`)
  const id = AnnotationId.parse(`00000000-0000-7000-8000-${by.slice(-10)}${number}${label.length}`)
  const after = {
    ...{ id, article, annotator: by, label: LabelId.parse(label), ...sentence },
    ...{
      attributes: {
        [AttributeId.parse('attributed-to')]: to,
        [AttributeId.parse('deadline')]: '2027-01-01',
        [SAME]: `A promise of ${to}`,
      },
    },
    ...{ mentions: {}, note: '', codebook: '', created: AT, updated: AT },
  }
  store.write({ by, action: 'annotate', edits: [{ kind: 'annotation', id, after }] })
}

function flag(store: Store, article: ArticleId, by: AnnotatorId, number: number): void {
  const sentence = store.tables.segmentation.get(article)?.sentences[number - 1]
  if (!sentence) throw new Error(`no sentence ${number}`)
  const after = { article, annotator: by, ...sentence, judgement: 'difficult', at: AT } as const
  store.write({ by, action: 'review', edits: [{ kind: 'review', id: reviewId(after), after }] })
}

/** What Vera has done, in any project. */
function vera(store: Store, [first, second]: [ArticleId, ArticleId]): void {
  annotate(store, first, VERA.id, 1, 'pledge', 'The mayor')
  annotate(store, second, VERA.id, 1, 'claim', 'The council')
  flag(store, second, VERA.id, 2)
}

/** What others have done, of which nothing may show. */
function others(store: Store, [first, second]: [ArticleId, ArticleId]): void {
  annotate(store, first, WALID.id, 1, 'fact', 'The minister')
  annotate(store, first, WALID.id, 2, 'pledge', 'The mayor')
  annotate(store, second, WALID.id, 3, 'opinion', 'A passer-by')
  flag(store, first, WALID.id, 3)
  annotate(store, second, GOLD.id, 2, 'fact', 'The minister')
}

/** Something to ask of each query: together they look at all that is kept of layers. */
function questions([first]: [ArticleId, ArticleId]): [QueryName, object][] {
  const list = { filter: {}, order: 'imported', offset: 0 }
  const filtered = (filter: object) => ['library.page', { ...list, filter, limit: 50 }] as [QueryName, object]
  const page = { offset: 0, limit: 20 }
  const search = { query: 'the' }
  const [link, same] = [AttributeId.parse('attributed-to'), SAME]
  return [
    filtered({}),
    filtered({ labels: ['fact'] }),
    filtered({ labels: ['pledge', 'claim'] }),
    filtered({ annotators: [WALID.id] }),
    filtered({ annotators: [VERA.id] }),
    filtered({ disagreed: true }),
    filtered({ flagged: true }),
    filtered({ incomplete: true }),
    filtered({ attributes: { [link]: ['The minister'] } }),
    filtered({ attributes: { [link]: ['The mayor'] } }),
    ['library.totals', {}],
    ['library.stretch', { ...list, filter: { labels: ['fact'] }, limit: 50 }],
    ['library.place', { order: list.order, filter: { labels: ['fact'] }, article: first }],
    ...(['source', 'annotator', 'label', { attribute: link }] as const).map(
      of => ['library.facets', { of }] as [QueryName, object],
    ),
    ['article.open', { article: first }],
    ['codebook.touches', { labels: ['fact', 'pledge'], attributes: [link] }],
    ['codebook.to-decide', { after: null, limit: 10 }],
    ['guideline.to-look-at', { after: null, limit: 10 }],
    ['layer.next', { queue: { kind: 'flagged', by: 'everybody' }, from: null, direction: 'next' }],
    ['layer.next', { queue: { kind: 'label', label: 'pledge' }, from: null, direction: 'next' }],
    ['layer.next', { queue: { kind: 'incomplete' }, from: null, direction: 'next' }],
    ['layer.next', { queue: { kind: 'unread' }, from: null, direction: 'next' }],
    ['layer.flagged', { by: 'everybody', ...page }],
    ['layer.equal', { article: first, start: 0, end: 18 }],
    ['name.complete', { attribute: link, text: 'the' }],
    ['name.complete', { attribute: link, text: '' }],
    ['name.list', { attribute: link, text: '', ...page }],
    ['name.list', { attribute: link, text: 'minister', ...page }],
    ['register.similar', { attribute: same, text: 'A promise of the minister.' }],
    ['register.list', { attribute: same, text: '', order: 'most', ...page }],
    ['register.list', { attribute: same, text: 'minister', order: 'wording', ...page }],
    ['register.appearances', { attribute: same, value: 'A promise of The mayor', ...page }],
    ['register.unlinked', { attribute: AttributeId.parse('same-claim'), after: null }],
    ['register.column', { status: '', who: '', after: null }],
    ['register.card', { kind: 'same-pledge', card: 'A promise of The mayor' }],
    ['name.uses', { attribute: link, value: 'The mayor' }],
    ['name.uses', { attribute: link, value: 'The minister' }],
    ['search.page', { search }],
    ['search.count', { search }],
    ['search.labels', { articles: [first] }],
    ['search.preview-tag', { search, chosen: null, label: 'fact', scope: 'sentence' }],
    ['conflict.count', {}],
    ['conflict.list', page],
    ['article.last', {}],
    ['assign.articles', { annotator: WALID.id, ...page }],
    ['assign.articles', { annotator: VERA.id, ...page }],
    ['assign.progress', {}],
    ['annotator.list', {}],
    ['adjudication.article', { article: first }],
    [
      'agreement.report',
      { annotators: null, selection: { filter: {}, except: [] }, seed: 1, job: crypto.randomUUID() },
    ],
    ['collection.list', {}],
  ]
}

/** Which change an answer is of, and where a page ended because its time was up. */
const LEFT_OUT = new Set(['asOf', 'seq', 'next'])

const ask = async (store: Store, [kind, given]: [QueryName, object], by = VERA.id) => {
  const input = calls[kind].input.safeParse(given)
  if (!input.success) return undefined
  const answer = await queryDoer(store, by)({ kind, input: input.data } as Task<QueryTasks>)
  const text = JSON.stringify(answer, (key, value) => (LEFT_OUT.has(key) ? 0 : value))
  // Two projects were imported at two moments.
  return text.replace(/"report":"[^"]*"/, '').replace(/\\*"imported\\*":\\*"[^"\\]*/g, '')
}

test('whatever a blind annotator asks, the answer is as if nobody else had done anything', async () => {
  const [full, alone] = [dealt(), dealt()]
  vera(full.store, full.articles)
  others(full.store, full.articles)
  vera(alone.store, alone.articles)
  let told = 0
  for (const question of questions(full.articles)) {
    const [withOthers, without] = [await ask(full.store, question), await ask(alone.store, question)]
    expect([question[0], withOthers]).toEqual([question[0], without])
    expect([question[0], withOthers === undefined]).toEqual([question[0], false])
    if ((await ask(full.store, question, ANNA.id)) !== withOthers) told++
  }
  // To who is not blind most of these tell more: the questions do look at layers.
  expect(told).toBeGreaterThan(10)
})

test('a blind annotator exports their own layer only, and everybody’s once the layers are open', async () => {
  const { store, articles } = dealt()
  vera(store, articles)
  others(store, articles)
  const exported = () =>
    asSeenBy(store, VERA.id, seen =>
      [...corpusOf(seen).articles].flatMap(one => one.annotations.map(({ annotator }) => annotator)),
    )
  expect(new Set(await exported())).toEqual(new Set([VERA.id]))
  openLayers(store, ANNA.id, AT)
  expect(new Set(await exported())).toEqual(new Set([VERA.id, WALID.id]))
})

test('who dealt sees, unless they dealt to themselves; everybody else does not', () => {
  const { store } = dealt()
  expect([ANNA, VERA, WALID, person('New')].map(({ id }) => worksBlind(store, id))).toEqual([
    false,
    true,
    true,
    true,
  ])
  article(store, 'One more. It came late.')
  const plan = planDealing(store, [ANNA.id], { ...TERMS, each: 1 })
  dealArticles(store, plan, { by: ANNA.id, terms: TERMS, blind: true, at: AT })
  expect(worksBlind(store, ANNA.id)).toBe(true)
  openLayers(store, ANNA.id, AT)
  expect(worksBlind(store, VERA.id)).toBe(false)
  expect(() => openLayers(store, ANNA.id, AT)).toThrow('No layers are closed')
})

test('the project as it was before the layers were opened is derived exactly, whatever happened since', async () => {
  const { store, articles } = dealt()
  vera(store, articles)
  others(store, articles)
  const corpus = () => [...corpusOf(store).articles]
  const before = corpus()
  openLayers(store, ANNA.id, AT)
  const opening = lastOpening(store)
  if (!opening) throw new Error('not opened')

  tagSentence(store, articles[0], 3, 'opinion', VERA)
  const [one] = store.tables.annotation.ofLayer(articles[0], VERA.id)
  if (!one) throw new Error('no annotation')
  store.write({ by: VERA.id, action: 'untag', edits: [{ kind: 'annotation', id: one.id, after: null }] })
  const segmentation = store.tables.segmentation.get(articles[1])
  const [first, second, ...rest] = segmentation?.sentences ?? []
  if (!segmentation || !first || !second) throw new Error('no sentences')
  const joined = {
    ...segmentation,
    mended: true,
    sentences: [{ start: first.start, end: second.end }, ...rest],
  }
  store.write({
    by: VERA.id,
    action: 'join-sentences',
    edits: [{ kind: 'segmentation', id: articles[1], after: joined }],
  })
  article(store, 'It came after. It does not count.')
  // What comes by a merge, which keeps its history in sets of versions.
  const elsewhere = joinProject(store.path, fileAt(store.path))
  const file = join(temporaryFolder(), 'later.assay.jsonl')
  await share(elsewhere, { by: WALID }, file)
  elsewhere.close()
  store.history.revert(VERA.id, 'undo')
  tagSentence(store, articles[1], 3, 'claim', WALID)
  await merge(store, file, { by: ANNA.id })

  expect(corpus()).not.toEqual(before)
  expect([...asTheyWere(corpus(), earlierRecords(store.db, opening.seq))].map(inOrder)).toEqual(
    before.map(inOrder),
  )
})

const inOrder = <T extends { annotations: readonly { id: string }[]; reviews: readonly { start: number }[] }>(
  one: T,
) => ({
  ...one,
  annotations: [...one.annotations].sort((a, b) => (a.id < b.id ? -1 : 1)),
  reviews: [...one.reviews].sort((a, b) => a.start - b.start),
})

test('progress by annotator counts what was dealt, and the pace of the days worked', async () => {
  const { store, articles } = dealt()
  vera(store, articles)
  tagSentence(store, articles[0], 2, 'fact', WALID)
  const answer = await ask(store, ['assign.progress', {}], ANNA.id)
  expect(JSON.parse(answer ?? '')).toMatchObject([
    {
      annotator: VERA,
      articles: 2,
      done: 0,
      begun: 2,
      sentences: 6,
      reviewed: 2,
      lastDay: '2026-11-26',
      computers: 0,
    },
    { annotator: WALID, articles: 2, done: 0, begun: 1, sentences: 6, reviewed: 1 },
  ])
  const seen = await ask(store, ['assign.progress', {}], VERA.id)
  expect(JSON.parse(seen ?? '')).toMatchObject([
    { reviewed: 2 },
    { annotator: WALID, reviewed: 0, pace: null },
  ])
})

test('the days worked are kept in step with what is given, said again, and taken back', () => {
  const { store, articles } = dealt()
  const days = () =>
    store.db.prepare('select day, marks from working_days where annotator = ? order by day').all(VERA.id)
  vera(store, articles)
  expect(days()).toEqual([{ day: '2026-11-26', marks: 3 }])
  const [one] = store.tables.review.ofLayer(articles[1], VERA.id)
  if (!one) throw new Error('no review')
  const later = { ...one, judgement: 'read', at: '2026-11-27T08:00:00.000Z' } as const
  store.write({ by: VERA.id, action: 'review', edits: [{ kind: 'review', id: reviewId(one), after: later }] })
  expect(days()).toEqual([
    { day: '2026-11-26', marks: 2 },
    { day: '2026-11-27', marks: 1 },
  ])
  store.history.revert(VERA.id, 'undo')
  store.history.revert(VERA.id, 'undo')
  expect(days()).toEqual([{ day: '2026-11-26', marks: 2 }])
})

test('every query was asked, looks at no layer, or asks of a report that was', () => {
  const { articles } = dealt()
  const asked = new Set(questions(articles).map(([name]) => name))
  expect(QUERY_NAMES.filter(name => !asked.has(name))).toEqual([
    'assign.plan',
    'assign.plan-again',
    'assign.overview',
    'codebook.editions',
    'codebook.read',
    'guideline.read',
    'exchange.colleagues',
    'export.formats',
    'agreement.confusion',
    'agreement.cell',
    'agreement.divided',
    'agreement.own',
    'agreement.articles',
  ])
})

test('whatever is asked in a second reading, the answer is as if neither it nor anybody had been there before', async () => {
  const [full, alone] = [dealt(), dealt()]
  for (const { store } of [full, alone]) {
    openLayers(store, ANNA.id, AT)
    const plan = planSecondReading(store, [VERA.id], { part: 1, stratify: 'none', seed: 1 })
    dealSecondReading(store, plan, { by: ANNA.id, at: AT })
  }
  vera(full.store, full.articles)
  others(full.store, full.articles)
  const again = secondReadingOf(VERA.id)
  for (const { store, articles } of [full, alone])
    annotate(store, articles[0], again, 2, 'claim', 'The mayor')
  let told = 0
  for (const question of questions(full.articles)) {
    const [withOthers, without] = [
      await ask(full.store, question, again),
      await ask(alone.store, question, again),
    ]
    expect([question[0], withOthers]).toEqual([question[0], without])
    if ((await ask(full.store, question)) !== withOthers) told++
  }
  // To the same person in their first reading, with open layers, most of these tell more.
  expect(told).toBeGreaterThan(10)
  expect(() => assertSees(full.store, again)).toThrow('your second reading')
})

test('what a blind annotator tags at once, and what is said of it before and after, knows of their own layer only', async () => {
  const done = async (withOthers: boolean) => {
    const { store, articles } = dealt()
    vera(store, articles)
    if (withOthers) others(store, articles)
    const watch = {}
    const group = GroupId.parse('00000000-0000-7000-8000-0000000000aa')
    const asked = {
      ...{ search: Search.parse({ query: 'the' }), chosen: null },
      ...{ label: LabelId.parse('fact'), scope: 'sentence' as const },
    }
    const preview = await ask(store, [
      'search.preview-tag',
      { search: { query: 'the' }, chosen: null, label: 'fact', scope: 'sentence' },
    ])
    const doing = jobDoer(store, VERA.id)
    const hits = await doing({ kind: 'tag-hits', asked, group }, watch)
    const sentence = store.tables.segmentation.get(articles[0])?.sentences[1]
    if (!sentence) throw new Error('no sentence')
    const place = { article: articles[0], range: sentence }
    const equal = await doing({ kind: 'tag-equal', ...place, replace: true, group }, watch)
    const link = AttributeId.parse('attributed-to')
    const renamed = await doing(
      { kind: 'rename-value', attribute: link, from: 'The mayor', to: 'Mayor', group },
      watch,
    )
    const layer = articles.flatMap(id => labelsOf(store, id, VERA))
    const theirs = articles.flatMap(id => labelsOf(store, id, WALID))
    return { told: { preview, hits, equal, renamed, layer }, theirs }
  }
  const [full, alone] = [await done(true), await done(false)]
  expect(full.told).toEqual(alone.told)
  expect([full.theirs, alone.theirs]).toEqual([['fact', 'pledge', 'opinion'], []])
})
