import { z } from 'zod'
import { annotatorNames } from '../model/annotator.ts'
import { reviewedSentences } from '../model/layer.ts'
import { Judgement } from '../model/review.ts'
import { type OffsetMap, offsetMap } from '../text/offsets.ts'
import type { Range } from '../text/range.ts'
import type { AnnotatedArticle } from './corpus.ts'
import type { Format, GivenFile } from './format.ts'
import { checkRange, firstLine, jsonLine, linesOf } from './lines.ts'
import type { ReadArticle } from './read-corpus.ts'

/** JSON Lines: an article a line, with its sentences, annotations and reviews. Offsets in code points. */
export const jsonl: Format = {
  id: 'jsonl',
  name: 'JSON Lines',
  description: 'One article a line, with text, sentences and annotations, for Python, R and other programs.',
  extension: 'jsonl',
  packaging: 'file',
  offsets: 'code points',
  losses: ['definitions', 'unused labels', 'hierarchy', 'colours'],
  *write({ annotators, articles }) {
    const names = annotatorNames(annotators)
    function* lines() {
      for (const one of articles) yield `${JSON.stringify(articleLine(one, names))}\n`
    }
    yield { path: 'corpus.jsonl', content: lines() }
  },
  read: {
    recognises: ([file, ...others]) =>
      file !== undefined &&
      others.length === 0 &&
      /\.(?:jsonl|ndjson|json)$/i.test(file.path) &&
      isArticleLine(firstLine(file.text())),
    read: ([file]) => ({ labels: [], attributes: [], articles: file ? articlesIn(file) : [] }),
  },
}

/** However it is set. Other tools have a text and annotations too, and say where these are in other words. */
function isArticleLine(line: string): boolean {
  if (!line.startsWith('{') || !line.includes('"annotations"')) return false
  try {
    const { text, sentences, annotations } = JSON.parse(line)
    if (typeof text !== 'string' || !Array.isArray(annotations)) return false
    return annotations.length === 0
      ? Array.isArray(sentences)
      : annotations.every(
          one => typeof one?.label === 'string' && Number.isInteger(one.start) && Number.isInteger(one.end),
        )
  } catch {
    return false
  }
}

function articleLine(
  { article, text, sentences, annotations, reviews }: AnnotatedArticle,
  names: ReturnType<typeof annotatorNames>,
): object {
  const { toCodePoints } = offsetMap(text)
  const range = ({ start, end }: Range) => ({ start: toCodePoints(start), end: toCodePoints(end) })
  const by = (annotator: AnnotatedArticle['reviews'][number]['annotator']) => ({
    annotator: names.get(annotator) ?? annotator,
    annotator_id: annotator,
  })
  return {
    id: article.id,
    title: article.title,
    source: article.source,
    author: article.author,
    url: article.url,
    published: article.published,
    language: article.language,
    text,
    sentences: sentences.map(range),
    annotations: annotations.map(one => ({
      id: one.id,
      ...range(one),
      text: text.slice(one.start, one.end),
      label: one.label,
      ...by(one.annotator),
      attributes: one.attributes,
      mentions: mapped(one.mentions, range),
      note: one.note,
      created: one.created,
      updated: one.updated,
    })),
    reviews: reviews.map(one => ({
      ...range(one),
      judgement: one.judgement,
      ...by(one.annotator),
      at: one.at,
    })),
    reviewed: reviewedSentences(sentences, annotations, reviews),
  }
}

const Place = z.object({ start: z.int(), end: z.int() })
const By = { annotator: z.string().optional(), annotator_id: z.string().optional() }

const Line = z.object({
  title: z.string().default(''),
  source: z.string().default(''),
  author: z.string().default(''),
  url: z.string().default(''),
  published: z.string().default(''),
  language: z.string().default(''),
  text: z.string(),
  sentences: z.array(Place).optional(),
  annotations: z
    .array(
      Place.extend({
        ...By,
        id: z.string().optional(),
        label: z.string(),
        attributes: z.record(z.string(), z.string()).default({}),
        mentions: z.record(z.string(), Place).default({}),
        note: z.string().default(''),
        created: z.string().optional(),
        updated: z.string().optional(),
      }),
    )
    .default([]),
  reviews: z
    .array(Place.extend({ ...By, judgement: Judgement.optional(), at: z.string().optional() }))
    .default([]),
})

function* articlesIn(file: GivenFile): Generator<ReadArticle> {
  for (const { line, number } of linesOf(file.text())) yield articleOf(line, number)
}

function articleOf(line: string, number: number): ReadArticle {
  const { text, sentences, annotations, reviews, ...metadata } = jsonLine(line, number, Line)
  const range = rangeReader(offsetMap(text), number)
  return {
    text,
    metadata,
    ...(sentences ? { sentences: sentences.map(range) } : {}),
    annotations: annotations.map(({ annotator_id, mentions, ...one }) => ({
      ...one,
      ...range(one),
      mentions: mapped(mentions, range),
      annotatorId: annotator_id,
    })),
    reviews: reviews.map(({ annotator_id, ...one }) => ({
      ...one,
      ...range(one),
      annotatorId: annotator_id,
    })),
  }
}

/** From code points of the text on this line to UTF-16 units; refuses what lies outside. */
const rangeReader =
  ({ codePoints, toUtf16 }: OffsetMap, number: number) =>
  ({ start, end }: Range): Range => {
    checkRange(start, end, codePoints, `Line ${number}`)
    return { start: toUtf16(start), end: toUtf16(end) }
  }

const mapped = <V, W>(record: Readonly<Record<string, V>>, to: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]))
