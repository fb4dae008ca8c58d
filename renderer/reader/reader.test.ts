import { describe, expect, test } from 'vitest'
import type { Annotation } from '#app/model/annotation'
import { AnnotationId, AnnotatorId, ArticleId, LabelId } from '#app/model/ids'
import type { Layer } from '#app/model/layer'
import { reviewId } from '#app/model/review'
import { segment } from '#app/text/segmentation/segment'
import { applyToMarks, marksOf } from './marks.ts'
import { sectionOf, sectionsOf } from './sections.ts'

const text = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} begins. It goes on. It ends.`).join(
  '\n\n',
)
const sentences = segment(text, 'en')
const sections = sectionsOf(text, sentences)
const layer: Layer = {
  article: ArticleId.parse('ba7816bf-8f01-8fea-8141-40de5dae2223'),
  annotator: AnnotatorId.parse('01900000-0000-7000-8000-000000000001'),
  annotations: [],
  reviews: [],
}
const NOW = '2026-11-24T00:00:00.000Z'

function annotation(sentence: number, last = 1): Annotation {
  const range = sentences[sentence]
  if (!range) throw new Error('no such sentence')
  const id = AnnotationId.parse(`01900000-0000-7000-8000-${String(last).padStart(12, '0')}`)
  return {
    id,
    article: layer.article,
    annotator: layer.annotator,
    label: LabelId.parse('fact'),
    ...range,
    attributes: {},
    mentions: {},
    codebook: '',
    note: '',
    created: NOW,
    updated: NOW,
  }
}

describe('sections', () => {
  test('hold every sentence once, in order, in whole paragraphs', () => {
    expect(
      sections
        .flatMap(section => section.paragraphs)
        .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
    ).toEqual(sentences.map((_, index) => index))
    for (const section of sections) expect(section.paragraphs[0]?.start).toBe(section.from)
  })

  test('are found by their sentences', () => {
    sentences.forEach((_, index) => {
      const section = sections[sectionOf(sections, index)]
      expect(section && section.from <= index && index < section.to).toBe(true)
    })
    expect(sectionOf(sections, -1)).toBe(-1)
    expect(sectionOf(sections, sentences.length)).toBe(-1)
  })

  test('an empty text has none', () => expect(sectionsOf('', [])).toEqual([]))
})

describe('marks', () => {
  const before = { layer, marks: marksOf(sections, sentences, layer) }
  const tagged = annotation(50)

  test('after an edit only the section that it touches is another object', () => {
    const { marks } = applyToMarks(
      before,
      [{ kind: 'annotation', id: tagged.id, after: tagged }],
      sections,
      sentences,
    )
    const place = sectionOf(sections, 50)
    expect(marks.map((section, index) => section === before.marks[index])).toEqual(
      sections.map((_, index) => index !== place),
    )
    expect(marks[place]?.[50 - (sections[place]?.from ?? 0)]?.annotations).toEqual([tagged])
  })

  test('after edits are what reading the layer anew gives', () => {
    const range = sentences[3]
    if (!range) throw new Error('no such sentence')
    const review = {
      article: layer.article,
      annotator: layer.annotator,
      start: range.start,
      end: range.end,
      judgement: 'read' as const,
      at: NOW,
    }
    const long = { ...tagged, end: sentences[52]?.end ?? 0 }
    const steps = [
      { kind: 'annotation', id: tagged.id, after: tagged },
      // It grows over two more sentences, and shrinks again.
      { kind: 'annotation', id: tagged.id, after: long },
      { kind: 'annotation', id: tagged.id, after: tagged },
      { kind: 'annotation', id: annotation(51, 2).id, after: annotation(51, 2) },
      { kind: 'review', id: reviewId(review), after: review },
      { kind: 'annotation', id: tagged.id, after: null },
      { kind: 'review', id: reviewId(review), after: null },
    ] as const
    let now = before
    for (const step of steps) {
      now = applyToMarks(now, [step], sections, sentences)
      expect(now.marks).toEqual(marksOf(sections, sentences, now.layer))
    }
  })
})
