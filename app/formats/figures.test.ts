import { expect, test } from 'vitest'
import type { AnnotatedArticle } from './corpus.ts'
import { figuresOf } from './figures.ts'
import { ANNA, claimsIn, corpusOf } from './test/corpora.ts'

const TEXT = 'One. Two. Three. Four.'

function article(judged: readonly [number, number, 'read' | 'cannot-judge'][]): AnnotatedArticle {
  const [one] = claimsIn(TEXT, [{ start: 0, end: 7 }]).articles
  if (!one) throw new Error('There is no article.')
  const reviews = judged.map(([start, end, judgement]) => ({
    ...{ article: one.article.id, annotator: ANNA.id, start, end, judgement },
    at: '2026-11-24T00:00:00.000Z',
  }))
  return { ...one, article: { ...one.article, published: '2026-03-13T10:00:00Z' }, reviews }
}

test('counts articles, sentences, annotations, and what each annotator said of the sentences', () => {
  const figures = figuresOf(
    corpusOf([
      article([
        [5, 9, 'read'],
        [10, 16, 'read'],
      ]),
      article([[17, 22, 'cannot-judge']]),
    ]),
  )
  expect(figures).toMatchObject({
    ...{ articles: 2, annotated: 2, sentences: 8, decided: 6, annotations: 2, characters: 2 * TEXT.length },
    published: { from: '2026-03-13', to: '2026-03-13' },
  })
  expect(figures.annotators).toEqual([
    {
      ...{ id: ANNA.id, name: 'Anna (0000a1)', articles: 2, annotations: 2 },
      // The annotation reaches into two sentences of each article; what has a label counts as tagged only.
      standings: { tagged: 4, read: 1, 'cannot-judge': 1, difficult: 0, open: 2 },
    },
  ])
  expect(figures.labels.map(({ label, by, annotations }) => [label.id, by, annotations])).toEqual([
    ['fact', [0], 0],
    ['claim', [2], 2],
    ['causal-claim', [0], 0],
    ['яскраво', [0], 0],
  ])
})

test('a corpus without articles has figures of nothing', () => {
  expect(figuresOf(corpusOf([]))).toMatchObject({
    articles: 0,
    sentences: 0,
    annotators: [],
    published: null,
  })
})
