import type { SchemaElement } from 'hyparquet'
import type { Annotation } from '../../model/annotation.ts'
import type { annotatorNames } from '../../model/annotator.ts'
import type { Codebook } from '../../model/codebook.ts'
import { reviewedSentences } from '../../model/layer.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle } from '../corpus.ts'

/** What a column holds: a plain value, or a list of structs of fields. */
export interface Column {
  readonly name: string
  readonly type: 'string' | 'int32' | 'bool' | 'timestamp' | readonly Column[]
}

const RANGE: readonly Column[] = [
  { name: 'start', type: 'int32' },
  { name: 'end', type: 'int32' },
]

const BY: readonly Column[] = [
  { name: 'annotator', type: 'string' },
  { name: 'annotator_id', type: 'string' },
]

/** The same for every project, whatever its codebook has, so that exports of several can be read as one. */
export const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'string' },
  { name: 'title', type: 'string' },
  { name: 'source', type: 'string' },
  { name: 'author', type: 'string' },
  { name: 'url', type: 'string' },
  { name: 'published', type: 'string' },
  { name: 'published_at', type: 'timestamp' },
  { name: 'language', type: 'string' },
  { name: 'imported', type: 'timestamp' },
  { name: 'text', type: 'string' },
  { name: 'sentences', type: [...RANGE, { name: 'reviewed', type: 'bool' }] },
  {
    name: 'annotations',
    type: [
      { name: 'id', type: 'string' },
      ...RANGE,
      { name: 'label', type: 'string' },
      { name: 'label_id', type: 'string' },
      ...BY,
      {
        name: 'attributes',
        type: [
          { name: 'name', type: 'string' },
          { name: 'attribute_id', type: 'string' },
          { name: 'value', type: 'string' },
          ...RANGE,
        ],
      },
      { name: 'note', type: 'string' },
      { name: 'created', type: 'timestamp' },
      { name: 'updated', type: 'timestamp' },
    ],
  },
  {
    name: 'reviews',
    type: [...RANGE, { name: 'judgement', type: 'string' }, ...BY, { name: 'at', type: 'timestamp' }],
  },
]

/** The columns as Parquet describes them: a tree, flattened from the root down. All may be null, as Arrow has it. */
export const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'schema', num_children: columns.length },
  ...columns.flatMap(elementsOf),
]

function elementsOf({ name, type }: Column): SchemaElement[] {
  switch (type) {
    case 'string':
      return [
        {
          ...{ name, repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY' },
          ...{ converted_type: 'UTF8', logical_type: { type: 'STRING' } },
        },
      ]
    case 'int32':
      return [{ name, repetition_type: 'OPTIONAL', type: 'INT32' }]
    case 'bool':
      return [{ name, repetition_type: 'OPTIONAL', type: 'BOOLEAN' }]
    case 'timestamp':
      return [
        {
          ...{ name, repetition_type: 'OPTIONAL', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
        },
      ]
    default:
      return [
        {
          ...{ name, repetition_type: 'OPTIONAL', num_children: 1 },
          ...{ converted_type: 'LIST', logical_type: { type: 'LIST' } },
        },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'OPTIONAL', num_children: type.length },
        ...type.flatMap(elementsOf),
      ]
  }
}

/** The values of one article, by column. */
export type Row = Readonly<Record<string, unknown>>

/** What is called how in the file. */
export interface Names {
  readonly labels: ReadonlyMap<string, string>
  readonly attributes: ReadonlyMap<string, string>
  readonly annotators: ReturnType<typeof annotatorNames>
}

export const namesOf = ({ labels, attributes }: Codebook, annotators: Names['annotators']): Names => ({
  labels: new Map(labels.map(one => [one.id, one.name])),
  attributes: new Map(attributes.map(one => [one.id, one.name])),
  annotators,
})

/** Offsets in code points. Of the metadata, what is not known is null. */
export function rowOf(
  { article, text, sentences, annotations, reviews }: AnnotatedArticle,
  names: Names,
): Row {
  const { toCodePoints } = offsetMap(text)
  const range = ({ start, end }: Range) => ({ start: toCodePoints(start), end: toCodePoints(end) })
  const reviewed = new Set(reviewedSentences(sentences, annotations, reviews))
  return {
    id: article.id,
    title: article.title || null,
    source: article.source || null,
    author: article.author || null,
    url: article.url || null,
    published: article.published || null,
    published_at: momentOf(article.published),
    language: article.language || null,
    imported: new Date(article.imported),
    text,
    sentences: sentences.map(({ start, end }, index) => ({
      start: toCodePoints(start),
      end: toCodePoints(end),
      reviewed: reviewed.has(index + 1),
    })),
    annotations: annotations.map(one => ({
      id: one.id,
      start: toCodePoints(one.start),
      end: toCodePoints(one.end),
      label: names.labels.get(one.label) ?? one.label,
      label_id: one.label,
      annotator: names.annotators.get(one.annotator) ?? one.annotator,
      annotator_id: one.annotator,
      attributes: attributesOf(one, names, range),
      note: one.note,
      created: new Date(one.created),
      updated: new Date(one.updated),
    })),
    reviews: reviews.map(one => ({
      ...range(one),
      judgement: one.judgement,
      annotator: names.annotators.get(one.annotator) ?? one.annotator,
      annotator_id: one.annotator,
      at: new Date(one.at),
    })),
  }
}

/** Each with the place where its value stands, or with nulls. */
function attributesOf(
  { attributes, mentions }: Annotation,
  names: Names,
  range: (place: Range) => Range,
): object[] {
  const places = new Map<string, Range>(Object.entries(mentions))
  return Object.entries(attributes).map(([id, value]) => {
    const given = places.get(id)
    const place = given && range(given)
    return {
      name: names.attributes.get(id) ?? id,
      attribute_id: id,
      value,
      start: place?.start ?? null,
      end: place?.end ?? null,
    }
  })
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?/
const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/

/** The moment that a date names, in UTC where it names no zone; null where it is no ISO 8601 date. */
function momentOf(published: string): Date | null {
  if (!DAY.test(published) && !TIME.test(published)) return null
  const moment = new Date(DAY.test(published) || ZONE.test(published) ? published : `${published}Z`)
  return Number.isNaN(moment.getTime()) ? null : moment
}
