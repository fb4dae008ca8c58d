import type { Annotation } from '../../model/annotation.ts'
import { annotatorNames } from '../../model/annotator.ts'
import type { Review } from '../../model/review.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import { hashesOf } from './hashes.ts'
import { type TaskToken, taskTokens } from './tokens.ts'

/** What is called how in the file. */
export interface Names {
  readonly labels: ReadonlyMap<string, string>
  readonly annotators: ReadonlyMap<string, string>
}

export const namesOf = ({ codebook, annotators }: Corpus): Names => ({
  labels: new Map(codebook.labels.map(label => [label.id, label.name])),
  annotators: annotatorNames(annotators),
})

/** A line for each annotator of an article, without its end; one without spans for an article of nobody. */
export function* taskLines(one: AnnotatedArticle, names: Names): Generator<string> {
  const { text, annotations, reviews } = one
  const tokens = taskTokens(text, annotations)
  const place = placer(text, tokens)
  const question = JSON.stringify({
    text,
    meta: metaOf(one),
    ...hashesOf(text),
    tokens: tokens.map(({ ws, ...token }, id) => ({
      text: text.slice(token.start, token.end),
      ...place.range(token),
      id,
      ws,
    })),
    _view_id: 'spans_manual',
  })
  for (const annotator of annotatorsOf(one)) {
    const answer = answerOf(
      annotator,
      names,
      annotations.filter(annotation => annotation.annotator === annotator),
      reviews.filter(review => review.annotator === annotator),
      one.sentences,
      place,
    )
    yield `${question.slice(0, -1)},${JSON.stringify(answer).slice(1)}`
  }
}

function annotatorsOf({ annotations, reviews }: AnnotatedArticle): readonly (string | undefined)[] {
  const ids = new Set<string>([...annotations, ...reviews].map(record => record.annotator))
  return ids.size > 0 ? [...ids] : [undefined]
}

/** What Prodigy shows under the text. */
function metaOf({ article }: AnnotatedArticle): Record<string, string> {
  const { id, title, source, author, url, published, language } = article
  const known = Object.entries({ title, source, author, url, published, language, id })
  return Object.fromEntries(known.filter(([, value]) => value !== ''))
}

function answerOf(
  annotator: string | undefined,
  { labels, annotators }: Names,
  annotations: readonly Annotation[],
  reviews: readonly Review[],
  sentences: readonly Range[],
  place: Placer,
): object {
  const name = annotator === undefined ? null : (annotators.get(annotator) ?? annotator)
  const times = [...annotations.map(one => one.updated), ...reviews.map(one => one.at)]
  const judged = annotations.length > 0 || reviews.some(review => review.judgement === 'read')
  return {
    spans: annotations.map(one => ({
      ...place.range(one),
      ...place.tokens(one),
      label: labels.get(one.label) ?? one.label,
      assay: {
        id: one.id,
        label: one.label,
        attributes: one.attributes,
        mentions: Object.fromEntries(
          Object.entries(one.mentions).map(([key, mention]) => [key, place.range(mention)]),
        ),
        note: one.note,
        created: one.created,
        updated: one.updated,
      },
    })),
    // What nobody has judged, or could, must not teach a model that there is nothing to find.
    answer: judged ? 'accept' : 'ignore',
    ...(times.length > 0 ? { _timestamp: Math.floor(Math.max(...times.map(Date.parse)) / 1000) } : {}),
    _annotator_id: name,
    _session_id: name,
    assay: {
      ...(annotator === undefined ? {} : { annotator }),
      sentences: sentences.map(place.range),
      reviews: reviews.map(one => ({ ...place.range(one), judgement: one.judgement, at: one.at })),
    },
  }
}

interface Placer {
  /** In code points. */
  range(range: Range): Range
  /** The first and the last token, both of the range. */
  tokens(range: Range): { readonly token_start: number; readonly token_end: number }
}

function placer(text: string, tokens: readonly TaskToken[]): Placer {
  const { toCodePoints }: OffsetMap = offsetMap(text)
  const firsts = new Map(tokens.map(({ start }, id) => [start, id]))
  const lasts = new Map(tokens.map(({ end }, id) => [end, id]))
  return {
    range: ({ start, end }) => ({ start: toCodePoints(start), end: toCodePoints(end) }),
    // A range ends with the end of a token, or with the space behind one only where that space is a token.
    tokens: ({ start, end }) => ({ token_start: firsts.get(start) ?? 0, token_end: lasts.get(end) ?? 0 }),
  }
}
