import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#app/failure'
import { BIN, membershipId } from '#app/model/collection'
import { GroupId, LabelId } from '#app/model/ids'
import { type Cursor, type Hit, type HitOrder, type HitPage, MOST_HITS, Search } from '#app/search/search'
import type { Store } from '#main/store/store'
import { ANNA, article, labelsOf, project, tagSentence } from '#main/test/projects'
import { FOUND } from './found-articles.ts'
import { searcher } from './searcher.ts'
import { tagHits } from './tag-hits.ts'

const searchFor = (query: string, more: Partial<Search> = {}): Search => Search.parse({ query, ...more })

/** All hits of a search, page by page. */
function allHits(store: Store, search: Search, order: HitOrder = 'imported', limit = 3): Hit[] {
  const { page } = searcher(store.db)
  const hits: Hit[] = []
  let cursor: Cursor | null = null
  do {
    const next: HitPage = page({ search, order, cursor, limit })
    expect(next.hits.length).toBeLessThanOrEqual(limit)
    hits.push(...next.hits)
    cursor = next.next
  } while (cursor)
  return hits
}

const shown = (hits: readonly Hit[]): string[] =>
  hits.map(({ left, hit, right, sentence }) => `${sentence}: ${left.slice(-12)}[${hit}]${right.slice(0, 8)}`)

function corpus(): Store {
  const store = project()
  article(store, 'The bridge\n\nThe bridge is shut. A bridge, the bridge.')
  article(store, 'Ferry news\n\nNo word of it. The ferry is not a bridge.')
  article(store, 'Tolls\n\nNothing here.')
  article(store, 'More\n\nBridge after bridge after bridge after bridge.')
  return store
}

describe('pages', () => {
  test('come in the order of import, each hit once, whatever the size of a page', () => {
    const store = corpus()
    const whole = allHits(store, searchFor('bridge'), 'imported', 100)
    expect(whole).toHaveLength(9)
    for (const size of [1, 2, 3, 4, 8, 9])
      expect(allHits(store, searchFor('bridge'), 'imported', size)).toEqual(whole)
    expect(shown(whole).slice(0, 2)).toEqual(['1: The [bridge] The bri', '2:  bridge The [bridge] is shut'])
  })

  test.each([
    ['left', ['fore a [cat]', 'eing a [cat]', 'The [cat]']],
    ['right', ['a [cat] came', 'a [cat] sat', 'The [cat] sleeps']],
  ] as const)('are sorted by the %s', (order, _) => {
    const store = project()
    article(store, 'One cat sat. Seven cats. The cat came. A cat went.')
    const sorted = allHits(store, searchFor('cat'), order, 2).map(({ left, right }) =>
      order === 'left' ? left.trim().split(' ').at(-1) : right.trim().split(' ')[0],
    )
    expect(sorted).toEqual(order === 'left' ? ['A', 'One', 'The'] : ['came.', 'sat.', 'went.'])
  })

  test('best first, the article that is about it comes first', () => {
    const store = corpus()
    const hits = allHits(store, searchFor('ferry OR bridge'), 'rank', 100)
    expect(hits[0]?.title).toBe('Ferry news')
    expect(hits).toHaveLength(allHits(store, searchFor('ferry OR bridge')).length)
  })

  test('leave out what is in the bin, and have it again when it comes out', () => {
    const store = corpus()
    const [first] = allHits(store, searchFor('bridge'))
    if (!first) throw new Error('nothing was found')
    const membership = {
      collection: BIN.id,
      article: first.article,
      by: ANNA.id,
      at: new Date().toISOString(),
    }
    const put = (after: typeof membership | null) =>
      store.write({
        by: ANNA.id,
        action: 'collect',
        edits: [{ kind: 'membership', id: membershipId(membership), after }],
      })
    put(membership)
    for (const order of ['imported', 'rank', 'left'] as const)
      expect(allHits(store, searchFor('bridge'), order)).toHaveLength(5)
    expect(searcher(store.db).count(searchFor('bridge'), null)).toMatchObject({ hits: 5, articles: 2 })
    put(null)
    expect(allHits(store, searchFor('bridge'))).toHaveLength(9)
  })

  test('forget an article whose import was undone', () => {
    const store = corpus()
    store.history.revert(ANNA.id, 'undo')
    expect(allHits(store, searchFor('bridge'))).toHaveLength(5)
  })
})

test('a word that only the title has is a hit there, which no sentence has', () => {
  const store = project()
  const id = article(store, 'Nothing of it here.')
  const known = store.tables.article.get(id)
  if (!known) throw new Error('no article')
  const after = { ...known, title: 'Strike at the depot' }
  store.write({ by: ANNA.id, action: 'describe-article', edits: [{ kind: 'article', id, after }] })
  expect(allHits(store, searchFor('strike'))).toMatchObject([
    { sentence: 0, hit: 'Strike', right: ' at the depot' },
  ])
  expect(allHits(store, searchFor('title:here'))).toEqual([])
})

test('hits and articles are counted', () => {
  const store = corpus()
  expect(searcher(store.db).count(searchFor('bridge'), null)).toEqual({
    ...{ hits: 9, articles: 3, next: null, capped: false },
  })
})

test('more hits than are counted and sorted are said to be more', () => {
  const store = project()
  article(store, `It begins. ${'bridge '.repeat(MOST_HITS + 5)}`)
  article(store, 'One more bridge.')
  const { page, count } = searcher(store.db)
  expect(count(searchFor('bridge'), null)).toEqual({ hits: MOST_HITS, articles: 2, next: null, capped: true })
  let sorted: HitPage
  let cursor: Cursor | null = null
  do {
    sorted = page({ search: searchFor('bridge'), order: 'left', cursor, limit: 5 })
    cursor = sorted.next
  } while (sorted.hits.length === 0)
  expect(sorted).toMatchObject({ capped: true, next: { place: 5 } })
  expect(allHits(store, searchFor('bridge'), 'right', 500)).toHaveLength(MOST_HITS)
})

describe('a pattern', () => {
  const digits = () => {
    const store = project()
    article(store, 'It costs 40 percent. The cost is high. They cost 3 euros.')
    article(store, 'No cost. Then 50 percent of nothing.')
    return store
  }

  test('keeps the hits whose sentence it matches', () => {
    const search = searchFor('cost*', { pattern: '\\d+ (PERCENT|euros)' })
    expect(allHits(digits(), search).map(({ hit }) => hit)).toEqual(['costs', 'cost'])
    expect(searcher(digits().db).count(search, null)).toMatchObject({ hits: 2, articles: 1 })
  })

  test('is what is found in the articles', () => {
    const search = searchFor('cost', { pattern: '\\d+ \\p{L}+', patternUse: 'matches' })
    expect(allHits(digits(), search).map(({ hit }) => hit)).toEqual(['40 percent', '3 euros', '50 percent'])
  })

  test.each(['(a', 'a(?=b)', '(a)\\1', '((a{900}){900}){900}'])(
    'that cannot be had is refused: %s',
    pattern => {
      expect(() => allHits(digits(), searchFor('cost', { pattern }))).toThrow(Refusal)
    },
  )

  test('that would take another engine for ever takes no time', () => {
    const store = project()
    article(store, `cost ${'a'.repeat(5000)}b`)
    const began = performance.now()
    expect(allHits(store, searchFor('cost', { pattern: '(a|aa)+$' }))).toEqual([])
    expect(allHits(store, searchFor('cost', { pattern: '(.*a){12}c' }))).toEqual([])
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('tagging hits', () => {
  const claim = LabelId.parse('claim')
  const group = () => GroupId.parse(uuidv7())
  const asked = (more: Partial<Parameters<typeof tagHits>[2]> = {}) =>
    ({ search: searchFor('bridge'), chosen: null, label: claim, scope: 'sentence', ...more }) as const

  test('a preview says what it would do, and writes nothing', async () => {
    const store = corpus()
    const [hit] = allHits(store, searchFor('bridge'))
    if (!hit) throw new Error('nothing was found')
    tagSentence(store, hit.article, 1, 'claim')
    tagSentence(store, hit.article, 2, 'fact')
    const before = store.lastChange()
    expect(await tagHits(store, ANNA.id, asked(), undefined)).toEqual({
      ...{ tagged: 4, already: 1, replacing: 1, articles: 3, capped: false, stopped: false },
    })
    expect(store.lastChange()).toBe(before)
  })

  test('each sentence is tagged once, however many hits it has, and one undo takes all of it back', async () => {
    const store = corpus()
    const articles = [...new Set(allHits(store, searchFor('bridge')).map(hit => hit.article))]
    const sum = await tagHits(store, ANNA.id, asked(), group())
    expect(sum).toMatchObject({ tagged: 5, articles: 3, stopped: false })
    expect(articles.map(id => labelsOf(store, id))).toEqual([
      ['claim', 'claim', 'claim'],
      ['claim'],
      ['claim'],
    ])
    expect(store.history.revert(ANNA.id, 'undo').action).toBe('tag')
    expect(articles.flatMap(id => labelsOf(store, id))).toEqual([])
    store.history.revert(ANNA.id, 'redo')
    expect(articles.flatMap(id => labelsOf(store, id))).toHaveLength(5)
  })

  test('the hit itself is tagged where that is asked for, and only what was chosen', async () => {
    const store = corpus()
    const [first, second] = allHits(store, searchFor('bridge'))
    if (!first || !second) throw new Error('nothing was found')
    const chosen = [first, second].map(({ article: id, range }) => ({ article: id, ...range }))
    await tagHits(store, ANNA.id, asked({ scope: 'hit', chosen }), group())
    const tagged = store.tables.annotation.ofLayer(first.article, ANNA.id)
    expect(tagged.map(({ start, end }) => ({ start, end }))).toEqual([first.range, second.range])
  })

  test('stopped, it keeps what it has done, which one undo takes back', async () => {
    const store = project()
    for (let count = 0; count < 150; count++)
      article(store, `Bridge ${count}. ${'The bridge is long. '.repeat(20)}`)
    const stop = new AbortController()
    const sum = await tagHits(store, ANNA.id, asked(), group(), {
      onProgress: () => stop.abort(),
      signal: stop.signal,
    })
    expect(sum.stopped).toBe(true)
    expect(sum.tagged).toBeGreaterThan(0)
    expect(sum.tagged).toBeLessThan(150 * 21)
    const count = () => store.tables.annotation.withLabel('claim')
    expect(count()).toBe(sum.tagged)
    store.history.revert(ANNA.id, 'undo')
    expect(count()).toBe(0)
  })

  test('a label that is not in the codebook is refused', async () => {
    const label = LabelId.parse('rumour')
    await expect(tagHits(corpus(), ANNA.id, asked({ label }), group())).rejects.toThrow('no label “rumour”')
  })
})

describe('no search reads a big table from end to end', () => {
  test.each(Object.entries(FOUND))('%s', (_, sql) => {
    const given = sql.includes('@') ? [{ match: '"a"', from: 0, limit: 1, bin: BIN.id }] : [1]
    const store = project()
    const plan = store.db.prepare(`explain query plan ${sql}`).all(...given) as { detail: string }[]
    const scans = plan.map(step => step.detail).filter(detail => /^SCAN/.test(detail))
    expect(scans.filter(detail => !/^SCAN article_words VIRTUAL TABLE INDEX \d+:\S/.test(detail))).toEqual([])
  })
})
