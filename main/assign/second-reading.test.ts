import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Annotator } from '#app/model/annotator'
import { dealtTo } from '#app/model/collection'
import type { DealingTerms, SecondReadingTerms } from '#app/model/dealing'
import type { ArticleId } from '#app/model/ids'
import { NO_FILTER } from '#app/model/library'
import { secondReaderOf } from '#app/model/second-reading'
import { mostUrgent } from '#main/adjudication/queue'
import { studyConsistency } from '#main/agreement/own-consistency'
import { studyProject } from '#main/agreement/study-project'
import { sharePart } from '#main/exchange/share-part'
import { canonicalOf, machine, send } from '#main/exchange/test/machines'
import { corpusOf } from '#main/export/corpus-of'
import { worksBlind } from '#main/store/blindfold'
import type { Store } from '#main/store/store'
import {
  ANNA,
  article,
  BORYS,
  contentOf,
  labelsOf,
  person,
  project,
  tagSentence,
  temporaryFolder,
} from '#main/test/projects'
import { dealArticles, planDealing } from './deal-articles.ts'
import { dealableArticles } from './dealable.ts'
import { progressByAnnotator } from './progress.ts'
import { dealSecondReading, planSecondReading } from './second-reading.ts'
import { startersOf, writeStartFile } from './start-files.ts'

const AT = '2026-11-26T12:00:00.000Z'
const TERMS: DealingTerms = {
  ...{ each: 1, overlap: 0, overlapTo: null },
  ...{ balance: 'articles', stratify: 'none', seed: 1 },
}
const HALF: SecondReadingTerms = { part: 0.5, stratify: 'none', seed: 1 }
const ALL: SecondReadingTerms = { ...HALF, part: 1 }
const VERA = person('Vera')
const AGAIN = secondReaderOf(VERA)
const STUDY = { annotators: null, selection: { filter: NO_FILTER, except: [] }, samples: 20, seed: 1 }

/** A project of Anna's whose eight articles, of two sources, are dealt to Vera. */
function dealt(): { store: Store; articles: ArticleId[] } {
  const store = project()
  store.introduce(VERA.id, VERA.name)
  const articles = Array.from({ length: 8 }, (_, n) => article(store, `Article ${n} begins. It ends here.`))
  for (const [n, id] of articles.entries()) {
    const record = store.tables.article.get(id)
    const after = record && { ...record, source: n % 4 === 0 ? 'Courier' : 'Herald' }
    if (after)
      store.write({ by: ANNA.id, action: 'describe-article', edits: [{ kind: 'article', id, after }] })
  }
  const plan = planDealing(store, [VERA.id], TERMS)
  dealArticles(store, plan, { by: ANNA.id, terms: TERMS, blind: false, at: AT })
  return { store, articles }
}

function again(store: Store, terms = ALL, annotators: Annotator[] | null = null): number {
  const plan = planSecondReading(store, annotators?.map(({ id }) => id) ?? null, terms)
  return dealSecondReading(store, plan, { by: ANNA.id, at: AT })
}

const readAgain = (store: Store, { id }: Annotator) =>
  store.tables.membership.articlesOf(dealtTo(secondReaderOf({ id, name: '' }).id, '').id)

test('the part that was asked for is dealt, of each source its part, by the seed alone', () => {
  const { store, articles } = dealt()
  const planned = (terms: SecondReadingTerms) =>
    planSecondReading(store, null, terms).readers.map(({ annotator, of, articles }) => ({
      name: annotator.name,
      of,
      articles: articles.map(({ id }) => id),
    }))
  const [one, ...others] = planned(HALF)
  expect([one?.name, one?.of, one?.articles.length, others]).toEqual(['Vera', 8, 4, []])
  expect(planned(HALF)).toEqual([one])
  const plans = [1, 2, 3, 4].map(seed => JSON.stringify(planned({ ...HALF, seed })))
  expect(new Set(plans).size).toBeGreaterThan(1)
  const bySource = planned({ ...HALF, stratify: 'source' })[0]?.articles ?? []
  const couriers = bySource.filter(id => store.tables.article.get(id)?.source === 'Courier')
  expect([couriers.length, bySource.length]).toEqual([1, 4])
  expect(again(store, HALF)).toBe(4)
  expect(readAgain(store, VERA)).toEqual([...(one?.articles ?? [])].sort())
  // A later one draws from what they do not read again yet.
  expect(planned(ALL)[0]?.of).toBe(4)
  expect(again(store)).toBe(4)
  expect(readAgain(store, VERA)).toEqual([...articles].sort())
  expect(() => planSecondReading(store, null, ALL)).toThrow('Nothing would be dealt a second time')
})

test('who was dealt nothing reads what they have begun; nobody reads what is in nobody’s hands', () => {
  const store = project()
  const [first, second] = [article(store, 'Taxes rise. Roads fall.'), article(store, 'Nothing here. At all.')]
  tagSentence(store, first, 1, 'fact', BORYS)
  again(store)
  expect([readAgain(store, BORYS), readAgain(store, ANNA)]).toEqual([[first], []])
  // It is still dealt to nobody in the sense of a first reading.
  expect(dealableArticles(store).map(({ id }) => id)).toEqual([first, second])
  expect(() => again(store, ALL, [person('Nobody')])).toThrow('not in the project')
})

test('one undo takes it back, with the reader that it made, unless they have read since', () => {
  const { store, articles } = dealt()
  const before = contentOf(store)
  again(store)
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
  store.history.revert(ANNA.id, 'redo')
  tagSentence(store, articles[0] as ArticleId, 1, 'fact', AGAIN)
  expect(() => store.history.revert(ANNA.id, 'undo')).toThrow('cannot be undone')
  expect(labelsOf(store, articles[0] as ArticleId, AGAIN)).toEqual(['fact'])
})

test('a second reading is a layer of its own, which only its reader writes', () => {
  const { store, articles } = dealt()
  again(store)
  const [first] = articles
  if (!first) throw new Error('no article')
  tagSentence(store, first, 1, 'fact', VERA)
  tagSentence(store, first, 1, 'claim', AGAIN)
  expect([labelsOf(store, first, VERA), labelsOf(store, first, AGAIN)]).toEqual([['fact'], ['claim']])
  const [one] = store.tables.annotation.ofLayer(first, AGAIN.id)
  if (!one) throw new Error('no annotation')
  const removed = { action: 'untag', edits: [{ kind: 'annotation', id: one.id, after: null }] } as const
  expect(() => store.write({ by: VERA.id, ...removed })).toThrow('another annotator’s')
  expect(worksBlind(store, AGAIN.id)).toBe(true)
  expect(worksBlind(store, VERA.id)).toBe(false)
  const { annotators } = corpusOf(store)
  expect(annotators.map(({ name }) => name)).toContain('Vera (second reading)')
})

test('it counts in no majority, no agreement between annotators, no dispute and no progress of its person', async () => {
  const { store, articles } = dealt()
  const [first] = articles
  if (!first) throw new Error('no article')
  again(store)
  tagSentence(store, first, 1, 'fact', VERA)
  const before = progressByAnnotator(store, AT).find(({ annotator }) => annotator.id === VERA.id)
  tagSentence(store, first, 1, 'claim', AGAIN)
  tagSentence(store, first, 2, 'claim', AGAIN)
  const progress = progressByAnnotator(store, AT)
  expect(progress.find(({ annotator }) => annotator.id === VERA.id)).toEqual(before)
  expect(progress.find(({ annotator }) => annotator.id === AGAIN.id)).toMatchObject({
    articles: 8,
    reviewed: 2,
  })
  const filter = { ...NO_FILTER, disagreed: true }
  expect(store.library.idsOf({ filter, except: [] }, null)).toEqual([])
  expect((await mostUrgent(store, 10)).articles).toMatchObject([{ open: 1, disagreed: 0 }])
  tagSentence(store, first, 1, 'fact', BORYS)
  tagSentence(store, first, 2, 'fact', BORYS)
  expect(store.library.idsOf({ filter, except: [] }, null)).toEqual([])
  const { coders } = await studyProject(store, null, STUDY)
  expect(coders.map(({ name }) => name).sort()).toEqual(['Borys', 'Vera'])
})

test('the next unread sentence of a second reading is one of what was dealt for it', () => {
  const { store, articles } = dealt()
  again(store, { ...HALF, part: 1 / 8 })
  const [only] = readAgain(store, VERA)
  const next = () => store.queues.next({ kind: 'unread' }, null, 'next', AGAIN.id)?.article
  expect(next()).toBe(only)
  for (const number of [1, 2]) tagSentence(store, only as ArticleId, number, 'fact', AGAIN)
  expect(next()).toBeUndefined()
  expect(store.queues.next({ kind: 'unread' }, null, 'next', VERA.id)?.article).toBe(articles[0])
})

test('a starter file brings what is read again, and the person’s shared work both of their readings', async () => {
  const { store, articles } = dealt()
  const [first] = articles
  if (!first) throw new Error('no article')
  again(store)
  expect(startersOf(store).annotators).toEqual([VERA])
  tagSentence(store, first, 1, 'fact', VERA)
  tagSentence(store, first, 1, 'claim', AGAIN)
  tagSentence(store, first, 1, 'opinion', BORYS)
  const folder = temporaryFolder()
  const start = join(folder, 'start.assay.jsonl')
  await writeStartFile(store, { by: ANNA, of: [VERA.id], blind: true }, start)
  expect([kindsIn(start, 'annotation'), kindsIn(start, 'membership'), kindsIn(start, 'article')]).toEqual([
    2, 16, 8,
  ])
  const path = join(folder, 'vera.assay.jsonl')
  const own = { what: 'annotator', annotator: VERA.id } as const
  await sharePart(store, { by: VERA, part: own, path, packed: false })
  expect([kindsIn(path, 'annotation'), kindsIn(path, 'article')]).toEqual([2, 1])
})

/** How many records of a kind a file has. */
const kindsIn = (path: string, kind: string): number =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.startsWith(`{"kind":"${kind}"`)).length

test('two who deal a second time on their own come to the same, in whatever order they merge', async () => {
  const [lead, other] = [machine(ANNA), machine(BORYS)]
  const id = article(lead.store, 'Taxes rise. Roads fall.')
  lead.store.introduce(VERA.id, VERA.name)
  tagSentence(lead.store, id, 1, 'fact', VERA)
  await send(lead, other)
  for (const { store, person } of [lead, other]) {
    const plan = planSecondReading(store, [VERA.id], ALL)
    dealSecondReading(store, plan, { by: person.id, at: AT })
  }
  tagSentence(other.store, id, 2, 'claim', AGAIN)
  await send(other, lead)
  await send(lead, other)
  await send(lead, other)
  expect(canonicalOf(lead)).toBe(canonicalOf(other))
  expect(readAgain(lead.store, VERA)).toEqual([id])
  expect(labelsOf(lead.store, id, AGAIN)).toEqual(['claim'])
  expect(lead.store.db.prepare('select count(*) from siblings').pluck().get()).toBe(0)
})

test('own consistency compares the two readings of each, and says why where there is no figure', async () => {
  const { store, articles } = dealt()
  const [first, second] = articles
  if (!first || !second) throw new Error('no articles')
  expect(await studyConsistency(store, null, STUDY)).toEqual([])
  again(store)
  const none = await studyConsistency(store, null, STUDY)
  expect(none).toMatchObject([
    { annotator: VERA, articles: 0, n: 0, alpha: { undefined: expect.any(String) } },
  ])
  const said: [ArticleId, number, string, string][] = [
    [first, 1, 'fact', 'fact'],
    [first, 2, 'claim', 'claim'],
    [second, 1, 'fact', 'claim'],
    [second, 2, 'claim', 'claim'],
  ]
  for (const [id, sentence, once, twice] of said) {
    tagSentence(store, id, sentence, once, VERA)
    tagSentence(store, id, sentence, twice, AGAIN)
  }
  const [own] = await studyConsistency(store, null, STUDY)
  // By hand: 3 of 4 alike; by chance ½·¼ + ½·¾ = ½, so κ = ½; α = 1 − 7 · 2 / (2 · 3 · 5).
  expect(own).toMatchObject({
    articles: 2,
    n: 4,
    divided: 1,
    percent: { value: 0.75 },
    kappa: { value: 0.5 },
  })
  expect(own?.alpha).toMatchObject({ value: expect.closeTo(1 - 14 / 30, 12) })
  expect(own?.sentences.map(({ article, sentence }) => [article, sentence])).toEqual([[second, 0]])
  expect(await studyConsistency(store, null, { ...STUDY, annotators: [ANNA.id] })).toEqual([])
  const selection = { articles: [first] }
  expect(await studyConsistency(store, null, { ...STUDY, selection })).toMatchObject([{ n: 2, divided: 0 }])
})
