import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GOLD } from '#app/model/annotator'
import { dealtTo } from '#app/model/collection'
import type { DealingTerms } from '#app/model/dealing'
import type { AnnotatorId } from '#app/model/ids'
import { NO_FILTER } from '#app/model/library'
import { merge } from '#main/exchange/merge'
import type { Store } from '#main/store/store'
import {
  ANNA,
  article,
  BORYS,
  contentOf,
  person,
  project,
  tagSentence,
  temporaryFolder,
} from '#main/test/projects'
import { type DealingPlan, dealArticles, planDealing, type Recipient } from './deal-articles.ts'
import { startersOf, startPaths, writeStartFile } from './start-files.ts'

const TERMS: DealingTerms = {
  ...{ each: 1, overlap: 0.2, overlapTo: null },
  ...{ balance: 'articles', stratify: 'none', seed: 7 },
}
const AT = '2026-11-26T12:00:00.000Z'

/** A project of Anna's with ten articles. */
function corpus(): Store {
  const store = project()
  for (let number = 1; number <= 10; number++) article(store, `Article ${number} begins. It ends here.`)
  return store
}

function deal(store: Store, to: readonly Recipient[], blind = true, terms = TERMS): DealingPlan {
  const plan = planDealing(store, to, terms)
  dealArticles(store, plan, { by: ANNA.id, terms, blind, at: AT })
  return plan
}

const THREE: readonly Recipient[] = ['Vera', 'Walid', 'Xenia'].map(name => ({ name }))
const idsOf = ({ recipients }: DealingPlan): AnnotatorId[] => recipients.map(({ annotator }) => annotator.id)
const dealtArticles = (store: Store, id: AnnotatorId) =>
  store.tables.membership.articlesOf(dealtTo(id, '').id)

test('who was not known is known after the dealing, and finds their articles in the library', () => {
  const store = corpus()
  const ids = idsOf(deal(store, THREE))
  expect(ids.map(id => store.tables.annotator.get(id)?.name)).toEqual(['Vera', 'Walid', 'Xenia'])
  expect(ids.map(id => dealtArticles(store, id).length).sort()).toEqual([4, 5, 5])
  const [vera] = ids
  if (!vera) throw new Error('nobody')
  const filter = { ...NO_FILTER, collection: dealtTo(vera, '').id }
  const page = store.library.page({ annotator: vera, filter, order: 'imported', offset: 0, limit: 10 })
  expect(page.articles.map(({ id }) => id).sort()).toEqual(dealtArticles(store, vera))
})

test('one undo takes a whole dealing back, with the people that it made, and redo makes it again', () => {
  const store = corpus()
  const before = contentOf(store)
  deal(store, THREE)
  const after = contentOf(store)
  expect(store.history.state(ANNA.id).undo).toBe('deal-out')
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
  store.history.revert(ANNA.id, 'redo')
  expect(contentOf(store)).toEqual(after)
})

test('a second dealing deals only what nobody has, and not what is in the bin', () => {
  const store = corpus()
  const first = deal(store, THREE)
  expect(() => planDealing(store, THREE, TERMS)).toThrow('Every article is dealt out already')
  const late = article(store, 'One more. It came late.')
  const plan = planDealing(store, idsOf(first), { ...TERMS, overlap: 0 })
  expect(plan.deals.map(one => one.article.id)).toEqual([late])
  expect(plan.recipients.map(({ isNew }) => isNew)).toEqual([false, false, false])
})

test('nobody is dealt to twice, nor is the gold layer', () => {
  const store = corpus()
  expect(() => planDealing(store, [ANNA.id, ANNA.id], TERMS)).toThrow('named twice')
  expect(() => planDealing(store, [{ name: 'Vera' }, { name: 'Vera ' }], TERMS)).toThrow('named twice')
  store.introduce(GOLD.id, GOLD.name)
  expect(() => planDealing(store, [GOLD.id], TERMS)).toThrow('not in the project')
})

/** What a starter file has, record by record. */
function linesOf(path: string): Record<string, unknown>[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1, -1)
  return lines.map(line => JSON.parse(line))
}
const recordsIn = (path: string, kind: string) =>
  linesOf(path)
    .filter(line => line.kind === kind)
    .map(line => line.id)

test('a starter file has the project, the codebook and one annotator’s articles, and blind nobody else’s layer', async () => {
  const store = corpus()
  const [vera, walid] = idsOf(deal(store, THREE))
  const shared =
    vera && walid && dealtArticles(store, vera).find(id => dealtArticles(store, walid).includes(id))
  if (!shared) throw new Error('no overlap')
  tagSentence(store, shared, 1, 'fact')
  tagSentence(store, shared, 2, 'claim', { id: vera, name: 'Vera' })
  const folder = temporaryFolder()
  const [blind, open] = [join(folder, 'blind.assay.jsonl'), join(folder, 'open.assay.jsonl')]
  await writeStartFile(store, { by: ANNA, of: [vera], blind: true }, blind)
  await writeStartFile(store, { by: ANNA, of: [vera], blind: false }, open)
  expect(JSON.parse(readFileSync(blind, 'utf8').split('\n')[0] ?? '')).toMatchObject({
    scope: { annotator: vera, since: null, purpose: 'start' },
  })
  expect(recordsIn(blind, 'article')).toEqual(dealtArticles(store, vera))
  expect(recordsIn(blind, 'segmentation')).toEqual(dealtArticles(store, vera))
  expect(recordsIn(blind, 'label')).toHaveLength(store.codebook().labels.length)
  expect(recordsIn(blind, 'annotation')).toHaveLength(1)
  expect(recordsIn(open, 'annotation')).toHaveLength(2)
})

test('one file for all has the articles of all, and blind nobody’s layer', async () => {
  const store = corpus()
  const ids = idsOf(deal(store, THREE))
  const [first] = store.library.idsOf({ filter: NO_FILTER, except: [] }, null)
  if (!first) throw new Error('no article')
  tagSentence(store, first, 1, 'fact')
  const path = join(temporaryFolder(), 'all.assay.jsonl')
  const { articles } = await writeStartFile(store, { by: ANNA, of: ids, blind: true }, path)
  expect([articles, recordsIn(path, 'annotation').length]).toEqual([10, 0])
})

test('a starter file and the work that comes back lose nothing of the lead’s project', async () => {
  const store = corpus()
  const [vera] = idsOf(deal(store, THREE))
  if (!vera) throw new Error('nobody')
  const before = contentOf(store)
  const path = join(temporaryFolder(), 'vera.assay.jsonl')
  await writeStartFile(store, { by: ANNA, of: [vera], blind: true }, path)
  const report = await merge(store, path, { by: ANNA.id })
  expect(contentOf(store)).toEqual(before)
  expect(
    Object.values(report.counts).every(
      ({ added, updated, conflicting }) => added + updated + conflicting === 0,
    ),
  ).toBe(true)
})

test('only who dealt can open the layers', () => {
  const store = corpus()
  store.introduce(BORYS.id, BORYS.name)
  deal(store, THREE)
  const [dealing] = store.tables.dealing.all()
  if (!dealing) throw new Error('no dealing')
  const open = { kind: 'dealing', id: dealing.id, after: { ...dealing, opened: AT } } as const
  const change = { action: 'open-layers', edits: [open] } as const
  expect(() => store.write({ ...change, by: BORYS.id })).toThrow('Only who dealt')
  store.write({ ...change, by: ANNA.id })
  expect(startersOf(store)).toMatchObject({ blind: false, annotators: [{}, {}, {}] })
})

test('files are named after the project and the annotators, of any script, no two alike', () => {
  const people = ['Vera Ma', 'Оксана', 'vera/ma', '../..'].map(person)
  const names = startPaths('f', 'Team: 1', people)
  const end = (place: number) => people[place]?.id.slice(-6)
  expect(names.map(name => name.replaceAll('\\', '/'))).toEqual([
    'f/Team_1-Vera_Ma.assay.jsonl.gz',
    'f/Team_1-Оксана.assay.jsonl.gz',
    `f/Team_1-vera_ma-${end(2)}.assay.jsonl.gz`,
    `f/Team_1-${end(3)}.assay.jsonl.gz`,
  ])
})
