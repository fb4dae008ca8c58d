import { expect, test } from 'vitest'
import { continuum, spanPair } from './span-units.ts'
import { annotation, coded } from './test/coded.ts'
import { judgedArticle } from './units.ts'

const AT = '2026-11-24T00:00:00.000Z'

test('spans are compared only in articles that both have judged to the end', () => {
  const [begun, whole] = [coded(1, ['f . c', '. . c', 'f - -']), coded(2, ['f', 'c', 'c'])].map(judgedArticle)
  if (!begun || !whole) return expect.fail('there are two articles')
  expect(spanPair(begun, 0, 1)).not.toBeNull()
  expect(spanPair(begun, 0, 2)).toBeNull()
  expect(spanPair(whole, 0, 2)).toEqual([
    [{ start: 0, end: 10, label: 'fact' }],
    [{ start: 0, end: 10, label: 'claim' }],
  ])
})

test('a continuum has the annotators who have judged it to the end', () => {
  expect(continuum(judgedArticle(coded(1, ['f . c', '. . c', 'f - -'])))).toMatchObject({
    length: 32,
    annotators: [[{ start: 0 }, { start: 22 }], [{ start: 22 }]],
  })
})

test('annotations that overlap become pieces that do not, with their labels together', () => {
  const article = coded(1, ['.', '.'])
  const overlapping = [
    annotation(1, 0, 'f', { start: 0, end: 6 }, AT),
    annotation(1, 0, 'v', { start: 4, end: 10 }, AT),
  ]
  const layers = [{ annotations: overlapping, reviews: [] }, ...article.layers.slice(1)]
  expect(continuum(judgedArticle({ ...article, layers })).annotators[0]).toEqual([
    { start: 0, end: 4, label: 'fact' },
    { start: 4, end: 6, label: 'fact+vivid' },
    { start: 6, end: 10, label: 'vivid' },
  ])
})
