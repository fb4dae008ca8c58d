import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { calls } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import type { ArticleId } from '#app/model/ids'
import { NO_FILTER } from '#app/model/library'
import { secondReaderOf } from '#app/model/second-reading'
import { decideSentence } from '#main/adjudication/decide-sentence'
import { dealArticles, planDealing } from '#main/assign/deal-articles'
import { openLayers } from '#main/assign/open-layers'
import { dealSecondReading, planSecondReading } from '#main/assign/second-reading'
import { queriesOf } from '#main/queries/queries'
import type { Store } from '#main/store/store'
import { ANNA, article, BORYS, person, project, tagSentence } from '#main/test/projects'
import { studyProject } from './study-project.ts'

const CLARA = person('Clara')
const ALL = { annotators: null, selection: { filter: NO_FILTER, except: [] }, samples: 50, seed: 1 }

/** Two articles: Anna and Borys differ on the second sentence of each; Clara has read nothing of the second. */
function compared(): { store: Store; first: ArticleId; second: ArticleId } {
  const store = project()
  const [first, second] = [article(store, 'One. Two. Three.'), article(store, 'Four. Five. Six.')]
  for (const id of [first, second]) {
    tagSentence(store, id, 1, 'fact')
    tagSentence(store, id, 2, 'fact')
    tagSentence(store, id, 1, 'fact', BORYS)
    tagSentence(store, id, 2, 'claim', BORYS)
  }
  tagSentence(store, first, 1, 'pledge', CLARA)
  return { store, first, second }
}

test('everybody who has reviewed something is compared, in all articles; the gold layer is nobody', async () => {
  const { store, first } = compared()
  const sentence = store.tables.segmentation.get(first)?.sentences[0]
  if (!sentence) throw new Error('no sentence')
  decideSentence(store, ANNA.id, { article: first, sentence, verdict: { choice: 'none' } })
  expect(store.tables.annotator.get(GOLD.id)).toBeDefined()
  const { coders, articles, labels } = await studyProject(store, null, ALL)
  expect(coders.map(one => one.name).sort()).toEqual(['Anna', 'Borys', 'Clara'])
  expect([articles, labels.n]).toEqual([2, 4])
})

test('only the annotators and the articles that were chosen count', async () => {
  const { store, second } = compared()
  const annotators = [ANNA.id, BORYS.id]
  const { coders, articles, labels } = await studyProject(store, null, {
    ...ALL,
    annotators,
    selection: { articles: [second] },
  })
  expect(coders).toHaveLength(2)
  expect([articles, labels.n, labels.pairs[0]?.percent]).toEqual([
    1,
    2,
    expect.objectContaining({ value: 0.5 }),
  ])
})

test('articles in which one person alone has worked are not read', async () => {
  const { store } = compared()
  tagSentence(store, article(store, 'Nobody else was here.'), 1, 'fact')
  expect((await studyProject(store, null, ALL)).articles).toBe(2)
})

test('it can be stopped, and tells how far it has come', async () => {
  const { store } = compared()
  const stop = new AbortController()
  const told: number[] = []
  const work = studyProject(
    store,
    null,
    { ...ALL, samples: 1_000_000 },
    {
      onProgress(done, total) {
        told.push(done / total)
        stop.abort()
      },
      signal: stop.signal,
    },
  )
  await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  expect(told).toHaveLength(1)
})

describe('the window', () => {
  const asking = (store: Store) => {
    const queries = queriesOf(store, ANNA.id)
    return {
      queries,
      report: () => queries['agreement.report'](calls['agreement.report'].input.parse({ job: randomUUID() })),
    }
  }

  test('asks for what is behind a cell, sentence by sentence', async () => {
    const { store, first } = compared()
    const { queries, report } = asking(store)
    const { report: id, coders } = await report()
    const [anna, borys] = ['Anna', 'Borys'].map(name => coders.findIndex(one => one.name === name))
    const pair = { report: id, first: anna ?? -1, second: borys ?? -1 }
    const { categories, counts } = await queries['agreement.confusion'](pair)
    expect(categories).toEqual(['fact', 'claim'])
    expect(counts).toEqual([
      [2, 2],
      [0, 0],
    ])
    const cell = calls['agreement.cell'].input.parse({
      ...pair,
      row: 'fact',
      column: 'claim',
      offset: 0,
      limit: 1,
    })
    const { total, sentences } = await queries['agreement.cell'](cell)
    expect([total, sentences]).toEqual([
      2,
      [expect.objectContaining({ article: first, sentence: 1, text: 'Two.' })],
    ])
  })

  test('asks for what divides most, and for the articles of least agreement', async () => {
    const { store, first, second } = compared()
    const { queries, report } = asking(store)
    const { report: id, divided } = await report()
    const { sentences } = await queries['agreement.divided']({ report: id, offset: 0, limit: 10 })
    expect(divided).toBe(3)
    expect(sentences.map(({ text, given }) => [text, given.filter(one => one !== undefined).length])).toEqual(
      [
        ['Two.', 2],
        ['Five.', 2],
        ['One.', 3],
      ],
    )
    const { total, articles } = await queries['agreement.articles']({ report: id, offset: 0, limit: 10 })
    expect([total, articles.map(one => one.part)]).toEqual([2, [first, second]])
  })

  test('asks for the state before the layers were opened, or for that of now, and for each annotator’s own consistency', async () => {
    const { store, first } = compared()
    const terms = {
      ...{ each: 2, overlap: 0, overlapTo: null, seed: 1 },
      ...({ balance: 'articles', stratify: 'none' } as const),
    }
    const at = '2026-11-26T12:00:00.000Z'
    dealArticles(store, planDealing(store, [BORYS.id, CLARA.id], terms), {
      ...{ by: ANNA.id, terms, blind: true, at },
    })
    const { queries } = asking(store)
    const asked = (now: boolean) =>
      queries['agreement.report'](calls['agreement.report'].input.parse({ job: randomUUID(), now }))
    expect(await asked(false)).toMatchObject({ opened: null, asOf: null, labels: { n: 4 } })
    openLayers(store, ANNA.id, at)
    tagSentence(store, first, 3, 'fact')
    tagSentence(store, first, 3, 'fact', BORYS)
    expect(await asked(false)).toMatchObject({ opened: at, asOf: at, labels: { n: 4 }, consistency: [] })
    expect(await asked(true)).toMatchObject({ opened: at, asOf: null, labels: { n: 5 } })

    dealSecondReading(store, planSecondReading(store, [BORYS.id], { part: 1, stratify: 'none', seed: 1 }), {
      by: ANNA.id,
      at,
    })
    const again = secondReaderOf(BORYS)
    tagSentence(store, first, 1, 'fact', again)
    tagSentence(store, first, 2, 'opinion', again)
    // Of the present, whatever the other figures are of.
    const { report, consistency } = await asked(false)
    expect(consistency).toMatchObject([{ annotator: BORYS, articles: 1, n: 2, divided: 1 }])
    const page = { report, offset: 0, limit: 10 }
    const { total, sentences } = await queries['agreement.own']({ ...page, annotator: BORYS.id })
    expect([total, sentences]).toMatchObject([1, [{ text: 'Two.', given: ['claim', 'opinion'] }]])
    expect(await queries['agreement.own']({ ...page, annotator: ANNA.id })).toMatchObject({ total: 0 })
  })

  test('is told where another report has taken the place of the one that it asks of', async () => {
    const { queries, report } = asking(compared().store)
    const { report: old } = await report()
    await report()
    expect(() => queries['agreement.divided']({ report: old, offset: 0, limit: 1 })).toThrow(
      'Compute this one again',
    )
  })
})
