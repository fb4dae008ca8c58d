import type { Annotation } from '#app/model/annotation'
import { applyToLayer, type Layer } from '#app/model/layer'
import type { Edit } from '#app/model/record'
import type { Judgement, Review } from '#app/model/review'
import { sentencesIn } from '#app/model/segmentation'
import type { Range } from '#app/text/range'
import { type Section, sectionOf } from './sections.ts'

/** What the annotator has said of one sentence. */
export interface Mark {
  /** All that reach into it, in reading order. */
  readonly annotations: readonly Annotation[]
  /** What was said of it beside labels; null where nothing was. */
  readonly judgement: Judgement | null
}

/** The marks of the sentences of each section. A section's array changes only when one of its marks does. */
export type Marks = readonly (readonly Mark[])[]

export const UNMARKED: Mark = { annotations: [], judgement: null }

/** Whether the sentence is still to be read, or to be come back to. */
export const isOpen = (mark: Mark = UNMARKED): boolean =>
  mark.annotations.length === 0 && (mark.judgement === null || mark.judgement === 'difficult')

/** A layer, by sentence. */
export function marksOf(sections: readonly Section[], sentences: readonly Range[], layer: Layer): Marks {
  const flat: Mark[] = sentences.map(() => UNMARKED)
  const change = (range: Range, changed: (mark: Mark) => Mark) => {
    const { from, to } = sentencesIn(sentences, range)
    for (let index = from; index < to; index++) flat[index] = changed(flat[index] ?? UNMARKED)
  }
  for (const annotation of layer.annotations) change(annotation, mark => withAnnotation(mark, annotation))
  for (const review of layer.reviews) change(review, mark => ({ ...mark, judgement: review.judgement }))
  return sections.map(({ from, to }) => flat.slice(from, to))
}

export interface Marked {
  readonly layer: Layer
  readonly marks: Marks
}

/** The layer and its marks after edits to that layer. Sections that the edits do not touch stay the same objects. */
export function applyToMarks(
  before: Marked,
  edits: readonly Edit[],
  sections: readonly Section[],
  sentences: readonly Range[],
): Marked {
  const layer = applyToLayer(before.layer, edits)
  const touched = new Set<number>()
  for (const range of rangesTouched(before.layer, edits)) {
    const { from, to } = sentencesIn(sentences, range)
    for (let index = from; index < to; index++) touched.add(index)
  }
  const marks = [...before.marks]
  for (const [place, indices] of Map.groupBy(touched, index => sectionOf(sections, index))) {
    const section = sections[place]
    const old = marks[place]
    if (!section || !old) continue
    const changed = [...old]
    for (const index of indices) {
      const sentence = sentences[index]
      if (sentence) changed[index - section.from] = markOf(sentence, layer)
    }
    marks[place] = changed
  }
  return { layer, marks }
}

/** What the layer says of one sentence. O(annotations + reviews). */
function markOf(sentence: Range, layer: Layer): Mark {
  const inside = (range: Range) => range.start < sentence.end && sentence.start < range.end
  const annotations = layer.annotations
    .filter(inside)
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  return { annotations, judgement: layer.reviews.findLast(inside)?.judgement ?? null }
}

/** Where the edits change something: an annotation where it was, and where it is now. O(annotations + edits). */
function rangesTouched(layer: Layer, edits: readonly Edit[]): Range[] {
  const before = new Map<string, Annotation>(layer.annotations.map(one => [one.id, one]))
  return edits.flatMap(edit => {
    if (edit.kind === 'annotation') return [before.get(edit.id), edit.after].filter(one => one != null)
    if (edit.kind !== 'review') return []
    if (edit.after) return [edit.after]
    const [, start, end] = /\/(\d+)-(\d+)$/.exec(edit.id) ?? []
    return [{ start: Number(start), end: Number(end) } satisfies Pick<Review, 'start' | 'end'>]
  })
}

const withAnnotation = (mark: Mark, annotation: Annotation): Mark => ({
  ...mark,
  annotations: [...mark.annotations, annotation],
})
