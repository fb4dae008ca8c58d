import { annotatorNames } from '../../model/annotator.ts'
import { reviewedSentences } from '../../model/layer.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import { labelsOfSentences } from './sentence-labels.ts'

/** An article a line, for a project of sequence labelling. */
export function* articleLines({ codebook, annotators, articles }: Corpus): Generator<string> {
  const labels = namesOf(codebook)
  const names = annotatorNames(annotators)
  for (const { article, text, sentences, annotations, reviews } of articles) {
    const { id, title, source, author, url, published, language } = article
    const named = annotations.map(one => ({ ...one, label: labels.get(one.label) ?? one.label }))
    const by = (annotator: AnnotatedArticle['reviews'][number]['annotator']) => ({
      annotator: names.get(annotator) ?? annotator,
      annotator_id: annotator,
    })
    yield `${JSON.stringify({
      id,
      text,
      label: named.map(({ start, end, label }) => [start, end, label]),
      ...{ title, source, author, url, published, language },
      // doccano keeps fields that it does not know, and gives them out again.
      assay: {
        sentences: sentences.map(pair),
        annotations: named.map(one => ({
          id: one.id,
          ...{ start: one.start, end: one.end, label: one.label },
          ...by(one.annotator),
          attributes: one.attributes,
          mentions: Object.fromEntries(
            Object.entries(one.mentions).map(([key, mention]) => [key, pair(mention)]),
          ),
          note: one.note,
          created: one.created,
          updated: one.updated,
        })),
        reviews: reviews.map(one => ({
          ...{ start: one.start, end: one.end, judgement: one.judgement },
          ...by(one.annotator),
          at: one.at,
        })),
      },
    })}\n`
  }
}

/** A sentence a line, for a project of text classification. */
export function* sentenceLines({ codebook, articles }: Corpus): Generator<string> {
  const names = namesOf(codebook)
  for (const { article, text, sentences, annotations, reviews } of articles) {
    const labels = labelsOfSentences(sentences, annotations)
    const reviewed = new Set(reviewedSentences(sentences, annotations, reviews))
    for (const [index, { start, end }] of sentences.entries()) {
      yield `${JSON.stringify({
        id: `${article.id}/${index + 1}`,
        text: text.slice(start, end),
        label: [...(labels[index] ?? [])].map(label => names.get(label) ?? label),
        article_id: article.id,
        title: article.title,
        language: article.language,
        sentence: index + 1,
        reviewed: reviewed.has(index + 1),
      })}\n`
    }
  }
}

const namesOf = ({ labels }: Corpus['codebook']): ReadonlyMap<string, string> =>
  new Map(labels.map(label => [label.id, label.name]))

const pair = ({ start, end }: Range): readonly [number, number] => [start, end]
