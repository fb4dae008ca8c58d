import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDisputed } from '#app/adjudication/sentences-to-decide'
import { missingAttributes } from '#app/model/asked'
import { BIN, membershipId } from '#app/model/collection'
import { type AnnotatorId, type ArticleId, AttributeId, CollectionId, LabelId } from '#app/model/ids'
import { ArticleFilter, NO_FILTER } from '#app/model/library'
import type { Edit } from '#app/model/record'
import { reviewId } from '#app/model/review'
import { importDraft } from '#main/import/import-draft'
import { ANNA, BORYS, labelsOf, project, tagSentence } from '#main/test/projects'
import { keysThatFit } from './article-filter.ts'
import type { Store } from './store.ts'

const GREEN = CollectionId.parse('01900000-0000-7000-8000-00000000c0de')
const VERDICT = AttributeId.parse('verdict')
const [FACT, CLAIM] = [LabelId.parse('fact'), LabelId.parse('claim')]
const WORDS = ['tax', 'road', 'bridge', 'Мiст', 'café']
const SOURCES = ['', 'The Courier', 'Le Fil']
const LANGUAGES = ['en', 'fr', 'uk']
const DATES = ['', '2025', '2026-03-01', '2026-03-01T09:00:00Z', '2026-11-24']

/** An article of a small project, as somebody made it: two sentences, and what was said of them. */
const Made = fc.record({
  word: fc.constantFrom(...WORDS),
  source: fc.constantFrom(...SOURCES),
  language: fc.constantFrom(...LANGUAGES),
  published: fc.constantFrom(...DATES),
  anna: fc.tuple(
    ...Array.from({ length: 2 }, () => fc.constantFrom('', 'fact', 'claim', 'read', 'flag', 'beyond')),
  ),
  borys: fc.tuple(...Array.from({ length: 2 }, () => fc.constantFrom('', '', 'fact', 'claim', 'read'))),
  verdict: fc.constantFrom('', 'refuted', 'supported'),
  green: fc.boolean(),
  bin: fc.integer({ min: 0, max: 3 }).map(one => one === 0),
})
type Made = Parameters<typeof make>[1]

const subset = <T>(all: readonly T[]) => fc.subarray([...all], { maxLength: 2 })
const Filter = fc
  .record({
    words: fc.constantFrom('', '', 'ta', 'ROAD', 'cafe', 'tax road', 'мiст'),
    labels: subset([FACT, CLAIM]),
    annotators: subset([ANNA.id, BORYS.id]),
    status: subset(['unread', 'in-progress', 'done'] as const),
    sources: subset(SOURCES),
    languages: subset(LANGUAGES),
    from: fc.constantFrom('', '', '2026', '2026-03-01'),
    to: fc.constantFrom('', '', '2025', '2026-03-01'),
    flagged: fc.boolean(),
    incomplete: fc.boolean(),
    disagreed: fc.boolean(),
    attributes: fc.constantFrom({}, {}, { [VERDICT]: ['refuted'] }),
    collection: fc.constantFrom(null, null, GREEN, BIN.id),
  })
  .chain(all =>
    // Few of them at a time, so that something fits.
    fc
      .subarray(Object.keys(all) as (keyof typeof all)[], { maxLength: 4 })
      .map(names => ArticleFilter.parse(Object.fromEntries(names.map(name => [name, all[name]])))),
  )

function make(
  store: Store,
  made: {
    readonly word: string
    readonly source: string
    readonly language: string
    readonly published: string
    readonly anna: readonly string[]
    readonly borys: readonly string[]
    readonly verdict: string
    readonly green: boolean
    readonly bin: boolean
  },
  index: number,
): ArticleId {
  const { source, language, published } = made
  const id = importDraft(
    store,
    { text: `A ${made.word} it is. Number ${index}.`, metadata: { source, language, published } },
    { by: ANNA.id, origin: null },
  ).article
  for (const [by, said] of [
    [ANNA, made.anna],
    [BORYS, made.borys],
  ] as const)
    for (const [place, what] of said.entries()) {
      if (what === 'fact' || what === 'claim') tagSentence(store, id, place + 1, what, by)
      else if (what !== '') say(store, id, place, what, by.id)
    }
  const [annotation] = store.tables.annotation.ofLayer(id, ANNA.id)
  if (annotation && made.verdict) {
    const after = { ...annotation, attributes: { [VERDICT]: made.verdict } }
    store.write({ by: ANNA.id, action: 'annotate', edits: [{ kind: 'annotation', id: after.id, after }] })
  }
  for (const collection of [...(made.green ? [GREEN] : []), ...(made.bin ? [BIN.id] : [])])
    put(store, id, collection)
  return id
}

function say(store: Store, article: ArticleId, place: number, what: string, by: AnnotatorId): void {
  const sentence = store.tables.segmentation.get(article)?.sentences[place]
  if (!sentence) return
  store.introduce(by, 'Somebody')
  const judgement = what === 'flag' ? 'difficult' : what === 'beyond' ? 'cannot-judge' : 'read'
  const after = { article, annotator: by, ...sentence, judgement, at: '2026-11-26T00:00:00.000Z' } as const
  store.write({ by, action: 'review', edits: [{ kind: 'review', id: reviewId(after), after }] })
}

function put(store: Store, article: ArticleId, collection: CollectionId): void {
  const after = { collection, article, by: ANNA.id, at: '2026-11-26T00:00:00.000Z' }
  const edit: Edit = { kind: 'membership', id: membershipId(after), after }
  store.write({ by: ANNA.id, action: 'collect', edits: [edit] })
}

/** Claims have to bear a verdict. */
function requireVerdict(store: Store): void {
  const verdict = store.tables.attribute.get(VERDICT)
  if (!verdict) throw new Error('no attribute')
  const after = { ...verdict, required: true }
  store.write({
    by: ANNA.id,
    action: 'change-codebook',
    edits: [{ kind: 'attribute', id: VERDICT, after }],
  })
}

/** What a filter means, said once more without SQL. */
function fits(store: Store, id: ArticleId, made: Made, filter: ArticleFilter): boolean {
  const article = store.tables.article.get(id)
  if (!article) return false
  const everybodys = [ANNA, BORYS].flatMap(one => labelsOf(store, id, one))
  const worked = (by: AnnotatorId) => (by === ANNA.id ? made.anna : made.borys).some(one => one !== '')
  const done = made.anna.filter(one => one !== '' && one !== 'flag').length
  const status = done === 0 ? 'unread' : done === 2 ? 'done' : 'in-progress'
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain(`A ${made.word} it is Number`).split(' ')
  const collections = store.tables.membership.collectionsOf(id)
  const day = article.published
  const layers = {
    annotations: store.tables.annotation.ofArticle(id),
    reviews: store.tables.review.ofArticle(id),
  }
  const sentences = store.tables.segmentation.get(id)?.sentences ?? []
  return (
    plain(filter.words)
      .split(' ')
      .every(word => words.some(one => one.startsWith(word))) &&
    (filter.labels.length === 0 || filter.labels.some(one => everybodys.includes(one))) &&
    (filter.annotators.length === 0 || filter.annotators.some(worked)) &&
    (filter.status.length === 0 || filter.status.includes(status)) &&
    (filter.sources.length === 0 || filter.sources.includes(made.source)) &&
    (filter.languages.length === 0 || filter.languages.includes(made.language)) &&
    ((filter.from === '' && filter.to === '') || day !== '') &&
    (filter.from === '' || day >= filter.from) &&
    (filter.to === '' || day.slice(0, filter.to.length) <= filter.to) &&
    (!filter.flagged || made.anna.includes('flag')) &&
    (!filter.incomplete ||
      layers.annotations.some(
        one => one.annotator === ANNA.id && missingAttributes(store.codebook(), one).length > 0,
      )) &&
    (!filter.disagreed || isDisputed({ article, text: '', sentences, ...layers })) &&
    Object.entries(filter.attributes).every(([attribute, values]) =>
      layers.annotations.some(one => values.includes(one.attributes[AttributeId.parse(attribute)] ?? '')),
    ) &&
    (filter.collection === null || collections.includes(filter.collection)) &&
    (filter.collection === BIN.id || !collections.includes(BIN.id))
  )
}

test('a filter as SQL finds what the same filter in words finds', () => {
  fc.assert(
    fc.property(
      fc.array(Made, { minLength: 1, maxLength: 7 }),
      fc.array(Filter, { minLength: 12, maxLength: 12 }),
      (articles, filters) => {
        const store = project()
        const collection = { id: GREEN, name: 'Green', dealtTo: null }
        store.write({
          by: ANNA.id,
          action: 'collect',
          edits: [{ kind: 'collection', id: GREEN, after: collection }],
        })
        requireVerdict(store)
        const made = articles.map((one, index) => ({ id: make(store, one, index), one }))
        for (const filter of [NO_FILTER, ...filters]) {
          const expected = made.filter(({ id, one }) => fits(store, id, one, filter)).map(({ id }) => id)
          expect(store.library.idsOf({ filter, except: [] }, ANNA.id)).toEqual(expected)
          const page = store.library.page({
            annotator: ANNA.id,
            filter,
            order: 'imported',
            offset: 0,
            limit: 50,
          })
          expect(page.articles.map(one => one.id)).toEqual(expected)
        }
        store.close()
      },
    ),
    { numRuns: 15 },
  )
})

test('a label that was merged is found under its successor, and not disputed with it', () => {
  const store = project()
  const id = make(store, { ...PLAIN, anna: ['fact', ''], borys: ['claim', ''] }, 1)
  const found = (filter: object) =>
    store.library.idsOf({ filter: ArticleFilter.parse(filter), except: [] }, ANNA.id)
  expect(found({ disagreed: true })).toEqual([id])
  const fact = store.tables.label.get('fact')
  if (!fact) throw new Error('no label')
  const merged = { ...fact, successor: CLAIM, retired: true }
  store.write({ by: ANNA.id, action: 'change-codebook', edits: [{ kind: 'label', id: FACT, after: merged }] })
  expect(found({ disagreed: true })).toEqual([])
  store.history.revert(ANNA.id, 'undo')
  expect(found({ disagreed: true })).toEqual([id])
  const other = make(store, { ...PLAIN, anna: ['fact', ''] }, 2)
  expect(found({ labels: [CLAIM] })).toEqual([id])
  store.write({ by: ANNA.id, action: 'change-codebook', edits: [{ kind: 'label', id: FACT, after: merged }] })
  expect(found({ labels: [CLAIM] })).toEqual([id, other])
})

test('what is derived goes with the last annotation of a label, and comes back with an undo', () => {
  const store = project()
  const id = make(store, { ...PLAIN, anna: ['fact', 'fact'], verdict: 'refuted' }, 1)
  const found = () =>
    store.library.idsOf({ filter: ArticleFilter.parse({ labels: [FACT] }), except: [] }, ANNA.id)
  const [first, second] = store.tables.annotation.ofLayer(id, ANNA.id)
  if (!first || !second) throw new Error('no annotations')
  const untag = (one: string) =>
    store.write({ by: ANNA.id, action: 'untag', edits: [{ kind: 'annotation', id: one, after: null }] })
  untag(first.id)
  expect(found()).toEqual([id])
  untag(second.id)
  expect(found()).toEqual([])
  store.history.revert(ANNA.id, 'undo')
  expect(found()).toEqual([id])
})

test('no page and no single filter walks a table where an index can serve', () => {
  const store = project()
  requireVerdict(store)
  const filters: Partial<ArticleFilter>[] = [
    {},
    { words: 'tax' },
    { labels: [FACT, CLAIM] },
    { annotators: [ANNA.id] },
    { status: ['unread', 'in-progress', 'done'] },
    { sources: ['A'] },
    { languages: ['en'] },
    { from: '2025', to: '2026' },
    { flagged: true },
    { incomplete: true },
    { disagreed: true },
    { attributes: { [VERDICT]: ['refuted'] } },
    { collection: GREEN },
    { collection: BIN.id },
  ]
  for (const filter of filters) {
    const ground = {
      ...{ annotator: ANNA.id, countedAs: (label: LabelId) => [label] },
      ...{ codebook: store.codebook, merged: () => new Map() },
    }
    const { sql, values } = keysThatFit(ArticleFilter.parse(filter), ground)
    const plan = planOf(store, sql, values)
    // All articles are walked by their table, where all are asked for. The disputed ones are a table of their own, which is nothing but their keys; FTS5 is its own index.
    const walks = plan.filter(
      line =>
        /^SCAN (?!\(|disputed|article_words VIRTUAL|articles$)/.test(line) &&
        !/USING COVERING INDEX|SCAN subquery/i.test(line),
    )
    expect([filter, walks]).toEqual([filter, []])
  }
  for (const order of ['title collate nocase, key', 'published desc, key desc']) {
    const plan = planOf(store, `select key from articles order by ${order}`, [])
    expect(plan).toEqual([expect.stringContaining('USING COVERING INDEX')])
  }
})

const planOf = (store: Store, sql: string, values: readonly string[]): string[] =>
  store.db
    .prepare<string[], { detail: string }>(`explain query plan ${sql}`)
    .all(...values)
    .map(({ detail }) => detail)

const PLAIN: Made = {
  ...{ word: 'tax', source: '', language: 'en', published: '', verdict: '', green: false, bin: false },
  ...{ anna: ['', ''], borys: ['', ''] },
}
