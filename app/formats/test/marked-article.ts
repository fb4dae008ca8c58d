/** One article for the tests of the UIMA family: with an emoji, an annotation across sentences, one within a token. */
import { AttributeId, LabelId } from '../../model/ids.ts'
import type { Corpus } from '../corpus.ts'
import { ANNA, claimsIn, corpusOf } from './corpora.ts'

const TEXT = 'Rain 😀 fell.\n\nIt will stop.'

/** Anna has tagged the first sentence as causal, of `Ms. Oakes`, who stands in the second; and two claims. */
export function markedArticle(): Corpus {
  const [whole, across, within] = [
    { start: 0, end: 13 },
    { start: 5, end: 17 },
    { start: 9, end: 11 },
  ]
  const [article] = claimsIn(
    TEXT,
    [whole, across, within].flatMap(range => range ?? []),
  ).articles
  if (!article) throw new Error('There is one article.')
  const speaker = AttributeId.parse('attributed-to')
  const [first, ...others] = article.annotations.map(one => ({ ...one, created: NOON, updated: NOON }))
  if (!first) throw new Error('There are three annotations.')
  const causal = {
    ...{ ...first, label: LabelId.parse('causal-claim'), note: 'Two\nlines; a_b' },
    attributes: { [speaker]: 'Ms. Oakes' },
    mentions: { [speaker]: { start: 15, end: 17 } },
  }
  const review = { article: article.article.id, annotator: ANNA.id, start: 15, end: 28, at: NOON }
  return corpusOf([
    {
      ...article,
      article: { ...article.article, title: 'Rain', source: 'The Courier' },
      annotations: [causal, ...others],
      reviews: [{ ...review, judgement: 'cannot-judge' }],
    },
  ])
}

const NOON = '2026-11-24T12:00:00.000Z'
