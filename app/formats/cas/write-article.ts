/** From an article to its CAS. */

import { annotatorNames } from '../../model/annotator.ts'
import type { Attribute } from '../../model/attribute.ts'
import type { Label } from '../../model/label.ts'
import type { Range } from '../../text/range.ts'
import { tokensOf } from '../../text/tokens.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import type { Cas, FeatureStructure } from './cas.ts'
import { featureName } from './feature-name.ts'
import { ANNOTATION, ARTICLE, DOCUMENT, MENTION, REVIEW } from './type-system.ts'

/** Makes the CAS of each article of a corpus. */
export function casWriter({ annotators, codebook }: Corpus): (article: AnnotatedArticle) => Cas {
  const names = annotatorNames(annotators)
  const labels = new Map<string, Label>(codebook.labels.map(label => [label.id, label]))
  const features = new Map<string, string>(
    codebook.attributes.map(({ id }: Attribute) => [id, featureName(id)]),
  )
  const featureOf = (attribute: string) => features.get(attribute) ?? featureName(attribute)
  const by = (annotator: AnnotatedArticle['reviews'][number]['annotator']) => ({
    annotator: names.get(annotator) ?? annotator,
    annotatorId: annotator,
  })

  function* structuresOf(one: AnnotatedArticle): Generator<FeatureStructure> {
    const { article, text, sentences } = one
    const [first = { start: 0, end: text.length }] = sentences
    const before = text.slice(0, first.start)
    yield structure(
      DOCUMENT,
      { start: 0, end: text.length },
      {
        documentTitle: article.title,
        documentId: article.id,
        language: article.language || UNKNOWN_LANGUAGE,
      },
    )
    if (first.start < first.end)
      yield structure(ARTICLE, first, {
        title: article.title,
        source: article.source,
        author: article.author,
        url: article.url,
        published: article.published,
        language: article.language,
        labels: Array.from(new Set(one.annotations.map(({ label }) => label)), id => {
          return `${id} ${labels.get(id)?.name ?? id}`
        }).join('\n'),
        before: /[^ ]/.test(before) ? before : '',
      })
    for (const annotation of one.annotations) {
      yield structure(ANNOTATION, annotation, {
        label: labels.get(annotation.label)?.name ?? annotation.label,
        note: annotation.note,
        ...mapped(annotation.attributes, featureOf),
        created: annotation.created,
        updated: annotation.updated,
        ...by(annotation.annotator),
        identifier: annotation.id,
      })
      for (const [attribute, range] of Object.entries(annotation.mentions))
        yield structure(MENTION, range, { attribute: featureOf(attribute), annotation: annotation.id })
    }
    for (const review of one.reviews)
      yield structure(REVIEW, review, { judgement: review.judgement, ...by(review.annotator), at: review.at })
  }

  return article => ({
    text: article.text,
    sentences: article.sentences,
    tokens: article.sentences.flatMap(sentence => tokensWithin(article.text, sentence)),
    structures: [...structuresOf(article)],
  })
}

/** What UIMA calls a language that is not known. */
export const UNKNOWN_LANGUAGE = 'x-unspecified'

/** Without the features that have no value. */
function structure(
  type: string,
  { start, end }: Range,
  features: Readonly<Record<string, string>>,
): FeatureStructure {
  const given = Object.entries(features).filter(([, value]) => value !== '')
  return { start, end, type, features: Object.fromEntries(given) }
}

/** The tokens of a sentence. The first begins and the last ends with it, as readers of WebAnno TSV expect. */
function tokensWithin(text: string, sentence: Range): readonly Range[] {
  const tokens = tokensOf(text, sentence)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) return [sentence]
  if (first.start !== sentence.start) tokens[0] = { start: sentence.start, end: first.end }
  if (last.end !== sentence.end)
    tokens[tokens.length - 1] = { start: tokens.at(-1)?.start ?? sentence.start, end: sentence.end }
  return tokens
}

const mapped = (
  record: Readonly<Record<string, string>>,
  name: (key: string) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]))
