/** Articles as annotators left them, in a line for each. */
import { Annotation } from '../../model/annotation.ts'
import { attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import { AnnotatorId, ArticleId, AttributeId, LabelId } from '../../model/ids.ts'
import { label } from '../../model/label.ts'
import { Review } from '../../model/review.ts'
import type { CodedArticle } from '../units.ts'

const LABELS = { f: 'fact', c: 'claim', p: 'pledge', v: 'vivid' }

export const labelId = (letter: string): LabelId =>
  LabelId.parse(Object.entries(LABELS).find(([key]) => key === letter)?.[1])

export const verdict = attribute({
  id: AttributeId.parse('verdict'),
  name: 'Verdict',
  type: 'choice',
  choices: ['true', 'false'],
  labels: [labelId('c')],
  position: 0,
})

/** Fact, claim and pledge exclude one another; vivid may stand beside them. */
export const codebook: Codebook = {
  labels: Object.values(LABELS).map((name, position) =>
    label({ id: LabelId.parse(name), name, position, exclusive: name !== 'vivid' }),
  ),
  attributes: [verdict],
}

export const articleId = (number: number): ArticleId =>
  ArticleId.parse(`ba7816bf-8f01-8fea-8141-${String(number).padStart(12, '0')}`)

export const annotatorId = (number: number): AnnotatorId =>
  AnnotatorId.parse(`01900000-0000-7000-8000-${String(number).padStart(12, '0')}`)

const sentenceAt = (index: number) => ({ start: index * 11, end: index * 11 + 10 })

/**
 * A word for each sentence, of 10 units each: `f`, `c`, `p`, `v` for labels (`fv` for two), `c=true` with a
 * verdict, `.` for read, `?` for beyond judging, `-` for not reached.
 */
export function coded(
  number: number,
  lines: readonly string[],
  at = '2026-11-24T00:00:00.000Z',
): CodedArticle {
  const rows = lines.map(line => line.trim().split(/\s+/))
  return {
    article: articleId(number),
    sentences: (rows[0] ?? []).map((_, index) => sentenceAt(index)),
    layers: rows.map((words, coder) => ({
      annotations: words.flatMap((word, index) => annotationsOf(word, number, coder, index, at)),
      reviews: words.flatMap((word, index) =>
        word === '.' || word === '?'
          ? [
              Review.parse({
                article: articleId(number),
                annotator: annotatorId(coder),
                ...sentenceAt(index),
                judgement: word === '.' ? 'read' : 'cannot-judge',
                at,
              }),
            ]
          : [],
      ),
    })),
  }
}

function annotationsOf(
  word: string,
  article: number,
  coder: number,
  index: number,
  at: string,
): Annotation[] {
  const [letters = '', value] = word.split('=')
  return [...letters]
    .filter(letter => letter in LABELS)
    .map(letter => annotation(article, coder, letter, sentenceAt(index), at, value))
}

export const annotation = (
  article: number,
  coder: number,
  letter: string,
  range: { start: number; end: number },
  at: string,
  value?: string,
): Annotation =>
  Annotation.parse({
    id: `01900000-0000-7000-8000-${String(article * 10_000 + coder * 1000 + range.start).padStart(12, '0')}`,
    article: articleId(article),
    annotator: annotatorId(coder),
    label: labelId(letter),
    ...range,
    attributes: value ? { verdict: value } : {},
    note: '',
    created: at,
    updated: at,
  })
