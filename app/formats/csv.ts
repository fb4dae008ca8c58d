import { stringify } from 'csv-stringify/sync'
import type { Annotation } from '../model/annotation.ts'
import type { Attribute } from '../model/attribute.ts'
import { sentencesIn } from '../model/segmentation.ts'
import { offsetMap } from '../text/offsets.ts'
import type { Range } from '../text/range.ts'
import { type AnnotatedArticle, annotatorNames, type Corpus } from './corpus.ts'
import type { Format, WriteOptions } from './format.ts'

const COLUMNS = [
  'article_id',
  'title',
  'source',
  'published',
  'sentence',
  'start',
  'end',
  'text',
  'annotator',
  'label',
  'note',
  'created',
  'updated',
]

/**
 * CSV by RFC 4180: a row for each sentence and annotation in it, and one for each sentence that has none. Of
 * an annotation across sentences, each row has the part in its sentence. Offsets in code points.
 */
export const csv: Format = {
  id: 'csv',
  name: 'CSV',
  description: 'One row for each sentence and annotation, for Excel, LibreOffice, R and pandas.',
  extension: 'csv',
  packaging: 'file',
  offsets: 'code points',
  options: ['raw'],
  losses: [],
  *write(corpus, options) {
    yield { path: 'corpus.csv', content: table(corpus, options) }
  },
}

function* table({ annotators, codebook, articles }: Corpus, { raw }: WriteOptions): Generator<string> {
  const names = annotatorNames(annotators)
  const { attributes } = codebook
  const lines = (rows: readonly Row[]) =>
    stringify([...rows], { record_delimiter: '\r\n', quoted_match: /[\r\n]/, escape_formulas: !raw })
  yield lines([[...COLUMNS, ...attributes.map(attribute => attribute.id)]])
  for (const article of articles) {
    const rows = rowsOf(article, names, attributes)
    if (rows.length > 0) yield lines(rows)
  }
}

type Row = readonly (string | number)[]

function rowsOf(
  { article, text, sentences, annotations }: AnnotatedArticle,
  names: ReturnType<typeof annotatorNames>,
  attributes: readonly Attribute[],
): Row[] {
  const { toCodePoints } = offsetMap(text)
  const bySentence = annotationsBySentence(sentences, annotations)
  const row = (index: number, range: Range, annotation?: Annotation): Row => [
    article.id,
    article.title,
    article.source,
    article.published,
    index + 1,
    toCodePoints(range.start),
    toCodePoints(range.end),
    text.slice(range.start, range.end),
    annotation ? (names.get(annotation.annotator) ?? annotation.annotator) : '',
    annotation?.label ?? '',
    annotation?.note ?? '',
    annotation?.created ?? '',
    annotation?.updated ?? '',
    ...attributes.map(attribute => annotation?.attributes[attribute.id] ?? ''),
  ]
  return sentences.flatMap((sentence, index) => {
    const here = bySentence.get(index) ?? []
    return here.length === 0
      ? [row(index, sentence)]
      : here.map(annotation => row(index, intersection(sentence, annotation), annotation))
  })
}

/** The annotations that touch each sentence, by its index. */
function annotationsBySentence(
  sentences: readonly Range[],
  annotations: readonly Annotation[],
): ReadonlyMap<number, readonly Annotation[]> {
  const found = new Map<number, Annotation[]>()
  for (const annotation of annotations) {
    const { from, to } = sentencesIn(sentences, annotation)
    for (let index = from; index < to; index++) {
      const here = found.get(index)
      if (here) here.push(annotation)
      else found.set(index, [annotation])
    }
  }
  return found
}

const intersection = (a: Range, b: Range): Range => ({
  start: Math.max(a.start, b.start),
  end: Math.min(a.end, b.end),
})
