/**
 * A corpus as one table: a row for each sentence and annotation in it, one for each sentence and review of it, and
 * one for each sentence that has neither. Of an annotation across sentences, each row has the part in its sentence
 * and, in columns of its own, the whole. Offsets in code points.
 */
import type { Annotation } from '../../model/annotation.ts'
import { annotatorNames } from '../../model/annotator.ts'
import type { Attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { Review } from '../../model/review.ts'
import { sentencesIn } from '../../model/segmentation.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import { COLUMNS, columnOf, placeOf } from './columns.ts'

export type Row = readonly (string | number)[]

/** The names of all columns; an attribute has its own, and where its value stands in the article beside it. */
export function headOf({ attributes }: Codebook): string[] {
  const ids = new Set<string>(attributes.map(({ id }) => id))
  return [
    ...COLUMNS,
    ...attributes.flatMap(({ id, type }) => {
      const column = columnOf(id, ids)
      return type === 'name' ? [column, placeOf(column)] : [column]
    }),
  ]
}

/** The rows of one article after the other. */
export function* rowsOf({ annotators, codebook, articles }: Corpus): Generator<readonly Row[]> {
  const names = annotatorNames(annotators)
  const labels = new Map(codebook.labels.map(({ id, name }) => [id, name]))
  for (const article of articles) yield articleRows(article, names, labels, codebook.attributes)
}

function articleRows(
  { article, text, sentences, annotations, reviews }: AnnotatedArticle,
  names: ReturnType<typeof annotatorNames>,
  labels: ReadonlyMap<string, string>,
  attributes: readonly Attribute[],
): Row[] {
  const { toCodePoints } = offsetMap(text)
  const { id, title, source, author, url, published, language } = article
  const annotated = bySentence(sentences, annotations)
  const judged = bySentence(sentences, reviews)
  const by = (annotator: Annotation['annotator']) => [names.get(annotator) ?? annotator, annotator]
  const none = attributes.flatMap(({ type }) => (type === 'name' ? ['', ''] : ['']))
  const values = (one: Annotation) =>
    attributes.flatMap(({ id, type }) => {
      const place = one.mentions[id]
      const at = place ? `${toCodePoints(place.start)}-${toCodePoints(place.end)}` : ''
      return type === 'name' ? [one.attributes[id] ?? '', at] : [one.attributes[id] ?? '']
    })

  return sentences.flatMap((sentence, index): Row[] => {
    const { start, end } = sentence
    const head = [
      ...[id, title, source, author, url, published, language],
      ...[index + 1, toCodePoints(start), toCodePoints(end), text.slice(start, end)],
      index === 0 ? text.slice(0, start) : '',
      text.slice(end, sentences[index + 1]?.start ?? text.length),
    ]
    const part = (range: Range) => {
      const [from, to] = [Math.max(start, range.start), Math.min(end, range.end)]
      return [toCodePoints(from), toCodePoints(to), text.slice(from, to)]
    }
    const annotationRow = (one: Annotation): Row => [
      ...[...head, ...part(one), ...by(one.annotator), one.label, labels.get(one.label) ?? one.label, one.id],
      ...[
        toCodePoints(one.start),
        toCodePoints(one.end),
        '',
        one.note,
        one.created,
        one.updated,
        ...values(one),
      ],
    ]
    const reviewRow = (one: Review): Row => [
      ...[...head, ...part(one), ...by(one.annotator), '', '', ''],
      ...[toCodePoints(one.start), toCodePoints(one.end), one.judgement, '', one.at, '', ...none],
    ]
    const rows = [
      ...(annotated.get(index) ?? []).map(annotationRow),
      ...(judged.get(index) ?? []).map(reviewRow),
    ]
    const bare: Row = [...head, ...part(sentence), '', '', '', '', '', '', '', '', '', '', '', ...none]
    return rows.length > 0 ? rows : [bare]
  })
}

/** The ranges that touch each sentence, by its index. One that touches none is with the sentence before it. */
function bySentence<T extends Range>(
  sentences: readonly Range[],
  ranges: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>()
  for (const range of ranges) {
    const { from, to } = sentencesIn(sentences, range)
    const first = Math.min(from, sentences.length - 1)
    for (let index = first; index < Math.max(to, first + 1); index++) {
      const here = found.get(index)
      if (here) here.push(range)
      else found.set(index, [range])
    }
  }
  return found
}
