import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { BulkAction } from '#app/model/bulk-action'
import { BIN } from '#app/model/collection'
import { type ArticleId, CollectionId, GroupId, LabelId } from '#app/model/ids'
import { ArticleFilter, NO_FILTER, type Selection } from '#app/model/library'
import { adjudicationQueue } from '#main/adjudication/queue'
import { machine, send, tagAs } from '#main/exchange/test/machines'
import { corpusOf } from '#main/export/corpus-of'
import type { Store } from '#main/store/store'
import { ANNA, article, BORYS, contentOf, person, project, tagSentence } from '#main/test/projects'
import { doBulk, doBulkAtOnce } from './bulk.ts'

const ALL: Selection = { filter: NO_FILTER, except: [] }
const GREEN = CollectionId.parse('01900000-0000-7000-8000-00000000c0de')
const toBin: BulkAction = { do: 'put', collection: BIN.id }

const group = () => GroupId.parse(uuidv7())
const bulk = (store: Store, selection: Selection, action: BulkAction, by = ANNA) =>
  doBulkAtOnce(store, by.id, { selection, action, group: group() })
const listed = (store: Store, filter: Partial<ArticleFilter> = {}): ArticleId[] =>
  store.library.idsOf({ filter: ArticleFilter.parse(filter), except: [] }, ANNA.id)
const addCollection = (store: Store) =>
  store.write({
    by: ANNA.id,
    action: 'collect',
    edits: [{ kind: 'collection', id: GREEN, after: { id: GREEN, name: 'Green', dealtTo: null } }],
  })

/** A project of Anna's with three articles of two sentences, the first tagged by her. */
function three() {
  const store = project()
  const ids = ['One', 'Two', 'Three'].map(name => article(store, `${name} is here. It ends.`))
  const [first, second, third] = ids
  if (!first || !second || !third) throw new Error('no articles')
  tagSentence(store, first, 1, 'fact')
  return { store, ids, first, second, third }
}

test('what is in the bin is nowhere else: not in the list, its sums, exports, or what is to be adjudicated', async () => {
  const { store, first, second, third } = three()
  tagSentence(store, first, 1, 'claim', BORYS)
  expect(bulk(store, { articles: [first] }, toBin)).toEqual({ changed: 1, kept: 0 })
  expect(listed(store)).toEqual([second, third])
  expect(listed(store, { collection: BIN.id })).toEqual([first])
  expect(listed(store, { words: 'one' })).toEqual([])
  expect(store.library.totals(ANNA.id)).toMatchObject({ articles: 2, sentences: 4, tagged: 0, reviewed: 0 })
  expect(Array.from(corpusOf(store).articles, one => one.article.id)).toEqual([second, third])
  expect(await adjudicationQueue(store)).toEqual([])
  expect(store.tables.annotation.counts()).toEqual([])
  bulk(store, { articles: [first] }, { do: 'take-out', collection: BIN.id })
  expect(listed(store)).toHaveLength(3)
})

test.each<BulkAction>([
  toBin,
  { do: 'mark', as: 'done' },
  { do: 'mark', as: 'unread' },
  { do: 'assign', annotator: ANNA.id },
  { do: 'put', collection: GREEN },
  { do: 'remove' },
])('one undo takes back a step on many articles, and one redo does it again: %j', action => {
  const { store, first, second } = three()
  addCollection(store)
  bulk(store, { articles: [second] }, { do: 'mark', as: 'done' })
  const before = contentOf(store)
  expect(bulk(store, { filter: NO_FILTER, except: [first] }, action).changed).toBeGreaterThan(0)
  const after = contentOf(store)
  expect(after).not.toEqual(before)
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
  store.history.revert(ANNA.id, 'redo')
  expect(contentOf(store)).toEqual(after)
})

test('read to the end means that every sentence is read but those that were tagged or judged; tags and flags stay', () => {
  const { store, first } = three()
  bulk(store, { articles: [first] }, { do: 'mark', as: 'done' })
  expect(store.progress.get(first, ANNA.id)).toMatchObject({ tagged: 1, reviewed: 2 })
  expect(store.tables.review.ofArticle(first)).toHaveLength(1)
  expect(listed(store, { status: ['done'] })).toEqual([first])
  bulk(store, { articles: [first] }, { do: 'mark', as: 'unread' })
  expect(store.progress.get(first, ANNA.id)).toMatchObject({ tagged: 1, reviewed: 1 })
})

test('the emptied bin loses the person’s own work with the article; what others have worked in stays', () => {
  const { store, first, second, third } = three()
  tagSentence(store, second, 1, 'claim', BORYS)
  bulk(store, { articles: [first, second] }, toBin)
  const bin: Selection = { filter: ArticleFilter.parse({ collection: BIN.id }), except: [] }
  expect(bulk(store, bin, { do: 'remove' })).toEqual({ changed: 1, kept: 1 })
  expect(store.tables.article.get(first)).toBeUndefined()
  expect(store.tables.annotation.ofArticle(first)).toEqual([])
  expect(listed(store, { collection: BIN.id })).toEqual([second])
  expect(listed(store)).toEqual([third])
  store.history.revert(ANNA.id, 'undo')
  expect(store.tables.annotation.ofArticle(first)).toHaveLength(1)
  expect(listed(store, { collection: BIN.id })).toEqual([first, second])
})

test('what comes back from the emptied bin comes where it was, whatever was imported meanwhile and wherever the file was copied to', () => {
  const { store, ids, first, second, third } = three()
  bulk(store, { articles: [first, third] }, toBin)
  const bin: Selection = { filter: ArticleFilter.parse({ collection: BIN.id }), except: [] }
  expect(bulk(store, bin, { do: 'remove' })).toEqual({ changed: 2, kept: 0 })
  // The place of the last one is not given away.
  store.introduce(BORYS.id, BORYS.name)
  const fourth = article(store, 'Four is here. It ends.', BORYS)
  store.db.exec('vacuum')
  expect(listed(store)).toEqual([second, fourth])
  store.history.revert(ANNA.id, 'undo')
  store.history.revert(ANNA.id, 'undo')
  expect(listed(store)).toEqual([...ids, fourth])
  expect(listed(store, { words: 'three' })).toEqual([third])
  expect(listed(store, { labels: [LabelId.parse('fact')] })).toEqual([first])
  store.history.revert(ANNA.id, 'redo')
  store.history.revert(ANNA.id, 'redo')
  expect(listed(store)).toEqual([second, fourth])
})

test('what was removed and is imported again comes last', () => {
  const { store, first, second, third } = three()
  bulk(store, { articles: [first] }, { do: 'remove' })
  expect(article(store, 'One is here. It ends.')).toBe(first)
  expect(listed(store)).toEqual([second, third, first])
  expect(listed(store, { words: 'one' })).toEqual([first])
})

test('a long step tells how far it is, and stops on demand; one undo takes back what was done', async () => {
  const store = project()
  // Enough that no computer does it in one go.
  for (let index = 0; index < 400; index++)
    article(store, `Article ${index} is here. ${'It ends. '.repeat(60)}`)
  const before = contentOf(store)
  const stop = new AbortController()
  const told: number[] = []
  const onProgress = (done: number) => {
    told.push(done)
    stop.abort()
  }
  const given = { selection: ALL, action: { do: 'mark', as: 'done' }, group: group() } as const
  const work = doBulk(store, ANNA.id, given, { onProgress, signal: stop.signal })
  await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  expect(told[0]).toBeGreaterThan(0)
  expect(listed(store, { status: ['done'] })).toHaveLength(told[0] ?? 0)
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
})

test('collections of two machines are one after the merge, with the articles of both', async () => {
  const anna = machine(ANNA)
  const vira = machine(person('Vira'), 90_000)
  const [one, two] = ['Water is wet.', 'Roads are dry.'].map(text => article(anna.store, text))
  if (!one || !two) throw new Error('no articles')
  addCollection(anna.store)
  await send(anna, vira)
  await send(vira, anna)
  bulk(anna.store, { articles: [one] }, { do: 'put', collection: GREEN })
  bulk(vira.store, { articles: [two, one] }, { do: 'put', collection: GREEN }, vira.person)
  bulk(vira.store, { articles: [two] }, { do: 'assign', annotator: vira.person.id }, vira.person)
  bulk(anna.store, { articles: [two] }, { do: 'assign', annotator: vira.person.id })
  tagAs(vira, 'fact', 0)
  bulk(vira.store, { articles: [two] }, toBin, vira.person)
  await send(vira, anna)
  await send(anna, vira)
  for (const { store } of [anna, vira]) {
    expect(listed(store, { collection: GREEN })).toEqual([one])
    expect(listed(store, { collection: BIN.id })).toEqual([two])
    expect(listed(store, { annotators: [vira.person.id] })).toEqual([one])
    expect(store.tables.membership.articlesOf(GREEN)).toEqual([one, two].sort())
    expect(store.tables.membership.articlesOf(CollectionId.parse(vira.person.id))).toEqual([two])
  }
  expect(contentOf(anna.store)).toEqual(contentOf(vira.store))
})
