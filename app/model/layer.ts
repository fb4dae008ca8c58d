/**
 * A layer is what one annotator has said about one article. These functions say what tagging and reviewing
 * mean, as edits: the renderer applies them at once, main applies them to the store, and both get the same.
 */
import { overlaps, type Range, sameRange } from '../text/range.ts'
import type { Annotation } from './annotation.ts'
import { attributesOf, type Codebook } from './codebook.ts'
import { codebookVersion } from './codebook-version.ts'
import type { AnnotationId, AnnotatorId, ArticleId } from './ids.ts'
import type { Label } from './label.ts'
import type { Edit } from './record.ts'
import { isFinal, type Judgement, type Review, reviewId } from './review.ts'

export interface Layer {
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly annotations: readonly Annotation[]
  readonly reviews: readonly Review[]
}

/**
 * Puts a label on a range. An exclusive label takes the place of the other exclusive ones on that range and
 * inherits their note, for the reason why rarely changes with the name. Nothing where the label is there already.
 *
 * @param id of the annotation, if one comes into being
 * @param now ISO 8601, UTC
 */
export function tag(
  layer: Layer,
  range: Range,
  label: Label,
  codebook: Codebook,
  id: AnnotationId,
  now: string,
): Edit[] {
  const here = layer.annotations.filter(annotation => sameRange(annotation, range))
  if (here.some(annotation => annotation.label === label.id)) return []
  const exclusive = new Set(codebook.labels.filter(one => one.exclusive).map(one => one.id))
  const replaced = label.exclusive ? here.filter(annotation => exclusive.has(annotation.label)) : []
  const stay = attributesThatStay(replaced, label, codebook)
  const after: Annotation = {
    id,
    article: layer.article,
    annotator: layer.annotator,
    label: label.id,
    start: range.start,
    end: range.end,
    attributes: stay.attributes,
    mentions: stay.mentions,
    note: replaced.map(annotation => annotation.note).find(note => note !== '') ?? '',
    codebook: codebookVersion(codebook),
    created: now,
    updated: now,
  }
  return [...replaced.map(removed), { kind: 'annotation', id, after }]
}

/** Takes labels off a range: one of them, or all. What reaches into it goes whole, as it is shown there. */
export function untag(layer: Layer, range: Range, label?: Label): Edit[] {
  return layer.annotations
    .filter(annotation => overlaps(annotation, range) && (!label || annotation.label === label.id))
    .map(removed)
}

/** Says something of a sentence, or (null) takes back what was said. Its labels are not touched. */
export function review(layer: Layer, sentence: Range, judgement: Judgement | null, now: string): Edit[] {
  const { article, annotator } = layer
  const there = layer.reviews.find(one => sameRange(one, sentence))
  if (judgement === (there?.judgement ?? null)) return []
  const record = { article, annotator, ...rangeOf(sentence), at: now }
  const after = judgement && { ...record, judgement }
  return [{ kind: 'review', id: reviewId(record), after }]
}

/** The layer after these edits; edits of other kinds, articles and annotators leave it as it is. O(layer + edits). */
export function applyToLayer(layer: Layer, edits: readonly Edit[]): Layer {
  const annotations = edits.filter(edit => edit.kind === 'annotation')
  const reviews = edits.filter(edit => edit.kind === 'review')
  return {
    ...layer,
    annotations: edited(layer, layer.annotations, annotations, one => one.id),
    reviews: edited(layer, layer.reviews, reviews, reviewId),
  }
}

/** What stays of some records, and what the last edit of each puts there. The same array where there are no edits. */
function edited<R extends Annotation | Review>(
  layer: Layer,
  records: readonly R[],
  edits: readonly { readonly id: string; readonly after: R | null }[],
  idOf: (record: R) => string,
): readonly R[] {
  if (edits.length === 0) return records
  const last = new Map(edits.map(({ id, after }) => [id, after]))
  const put = [...last.values()].flatMap(after => (after && belongs(layer, after) ? [after] : []))
  return [...records.filter(one => !last.has(idOf(one))), ...put]
}

/** How far a layer has come, in sentences. */
export interface Progress {
  /** With a label. */
  readonly tagged: number
  /** Done with: tagged, read, or said to be beyond judging. */
  readonly reviewed: number
  /** Of these, said to be beyond judging and not tagged. */
  readonly unjudged: number
  /** Said to be difficult, and to be come back to. */
  readonly flagged: number
}

export const NO_PROGRESS: Progress = { tagged: 0, reviewed: 0, unjudged: 0, flagged: 0 }

type Said = Range & Pick<Review, 'judgement'>

/** Counts progress over sentences in their order. O(sentences + annotations + reviews), plus sorting. */
export function progressOf(
  sentences: readonly Range[],
  annotations: readonly Range[],
  reviews: readonly Said[],
): Progress {
  const {
    read = [],
    'cannot-judge': beyond = [],
    difficult = [],
  } = Object.groupBy(reviews, one => one.judgement)
  const tagged = touched(sentences, annotations)
  const [isRead, isBeyond] = [touched(sentences, read), touched(sentences, beyond)]
  let [reviewed, unjudged] = [0, 0]
  for (let index = 0; index < sentences.length; index++) {
    if (tagged[index] || isRead[index] || isBeyond[index]) reviewed++
    if (isBeyond[index] && !tagged[index]) unjudged++
  }
  return { tagged: sum(tagged), reviewed, unjudged, flagged: sum(touched(sentences, difficult)) }
}

/** The numbers (from 1) of the sentences that the layer is done with: tagged, read, or said to be beyond judging. */
export function reviewedSentences(
  sentences: readonly Range[],
  annotations: readonly Range[],
  reviews: readonly Said[],
): number[] {
  const tagged = touched(sentences, annotations)
  const read = touched(sentences, reviews.filter(isFinal))
  return sentences.flatMap((_, index) => (tagged[index] || read[index] ? [index + 1] : []))
}

/** For each sentence 1 where one of the ranges overlaps it, else 0. */
export function touched(sentences: readonly Range[], ranges: readonly Range[]): Uint8Array {
  const marks = new Uint8Array(sentences.length)
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  let first = 0
  for (const range of sorted) {
    while (first < sentences.length && (sentences[first]?.end ?? 0) <= range.start) first++
    for (let index = first; index < sentences.length; index++) {
      const sentence = sentences[index]
      if (!sentence || sentence.start >= range.end) break
      if (overlaps(sentence, range)) marks[index] = 1
    }
  }
  return marks
}

const sum = (marks: Uint8Array): number => marks.reduce((total, one) => total + one, 0)

const belongs = (layer: Layer, record: Annotation | Review): boolean =>
  record.article === layer.article && record.annotator === layer.annotator

const rangeOf = ({ start, end }: Range): Range => ({ start, end })

const removed = (annotation: Annotation): Edit => ({ kind: 'annotation', id: annotation.id, after: null })

/** The attributes of the replaced annotations that the new label bears too; a new annotation begins with the presets. */
function attributesThatStay(
  replaced: readonly Annotation[],
  label: Label,
  codebook: Codebook,
): Pick<Annotation, 'attributes' | 'mentions'> {
  const borne = attributesOf(codebook, label.id)
  const ids = new Set<string>(borne.map(one => one.id))
  const staying = <V>(values: Readonly<Record<string, V>>): [string, V][] =>
    Object.entries(values).filter(([id]) => ids.has(id))
  const presets = borne.flatMap(({ id, preset }): [string, string][] => (preset ? [[id, preset]] : []))
  return {
    attributes: Object.fromEntries([
      ...presets,
      ...replaced.flatMap(annotation => staying(annotation.attributes)),
    ]),
    mentions: Object.fromEntries(replaced.flatMap(annotation => staying(annotation.mentions))),
  }
}
