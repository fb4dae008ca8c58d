import { describe, expect, test } from 'vitest'
import { attribute } from './attribute.ts'
import type { Codebook } from './codebook.ts'
import { AnnotationId, AnnotatorId, ArticleId, AttributeId, LabelId } from './ids.ts'
import { type Label, label as labelWith } from './label.ts'
import { applyToLayer, type Layer, progressOf, review, reviewedSentences, tag, untag } from './layer.ts'
import type { Judgement } from './review.ts'

const label = (id: string, exclusive: boolean): Label =>
  labelWith({ id: LabelId.parse(id), name: id, exclusive, position: 0 })
const fact = label('fact', true)
const claim = label('claim', true)
const vivid = label('vivid', false)
const verdict = attribute({
  id: AttributeId.parse('verdict'),
  name: 'Verdict',
  labels: [claim.id],
  position: 0,
})
const speaker = attribute({ id: AttributeId.parse('speaker'), name: 'Speaker', position: 1 })
const codebook: Codebook = { labels: [fact, claim, vivid], attributes: [verdict, speaker] }

const empty: Layer = {
  article: ArticleId.parse('ba7816bf-8f01-8fea-8141-40de5dae2223'),
  annotator: AnnotatorId.parse('01900000-0000-7000-8000-000000000001'),
  annotations: [],
  reviews: [],
}
const NOW = '2026-11-24T00:00:00.000Z'
const LATER = '2026-11-24T01:00:00.000Z'
const id = (last: number) =>
  AnnotationId.parse(`01900000-0000-7000-8000-0000000000${String(last).padStart(2, '0')}`)
const sentence = { start: 0, end: 10 }
const tagged = (layer: Layer, one: Label, last: number, time = NOW) =>
  applyToLayer(layer, tag(layer, sentence, one, codebook, id(last), time))
const labels = (layer: Layer) => layer.annotations.map(annotation => annotation.label)

describe('tagging', () => {
  test('puts a label on a range', () => {
    expect(tagged(empty, fact, 10).annotations).toMatchObject([
      { id: id(10), label: 'fact', start: 0, end: 10, created: NOW },
    ])
  })

  test('with the same label again changes nothing', () => {
    expect(tag(tagged(empty, fact, 10), sentence, fact, codebook, id(11), LATER)).toEqual([])
  })

  test('with an exclusive label takes the place of another exclusive one', () => {
    expect(labels(tagged(tagged(empty, fact, 10), claim, 11))).toEqual(['claim'])
  })

  test('with a label that is not exclusive leaves the others', () => {
    expect(labels(tagged(tagged(empty, fact, 10), vivid, 11))).toEqual(['fact', 'vivid'])
    expect(labels(tagged(tagged(empty, vivid, 10), fact, 11))).toEqual(['vivid', 'fact'])
  })

  test('anew keeps the note, and the attributes that the new label bears', () => {
    const before = tagged(empty, claim, 10)
    const [annotation] = before.annotations
    if (!annotation) throw new Error('nothing was tagged')
    const noted = {
      ...annotation,
      note: 'why',
      attributes: { [speaker.id]: 'Oakes', [verdict.id]: 'refuted' },
    }
    const after = tagged({ ...before, annotations: [noted] }, fact, 11)
    expect(after.annotations).toMatchObject([
      { label: 'fact', note: 'why', attributes: { speaker: 'Oakes' } },
    ])
  })

  test('of another range leaves overlapping annotations alone', () => {
    const before = tagged(empty, fact, 10)
    const after = applyToLayer(before, tag(before, { start: 5, end: 8 }, claim, codebook, id(11), NOW))
    expect(labels(after)).toEqual(['fact', 'claim'])
  })
})

describe('removing labels', () => {
  test('takes all off a range, or one', () => {
    const both = tagged(tagged(empty, fact, 10), vivid, 11)
    expect(labels(applyToLayer(both, untag(both, sentence)))).toEqual([])
    expect(labels(applyToLayer(both, untag(both, sentence, vivid)))).toEqual(['fact'])
  })
})

describe('reviewing', () => {
  test('says that a sentence has been read, and takes it back', () => {
    const read = applyToLayer(empty, review(empty, sentence, 'read', NOW))
    expect(read.reviews).toMatchObject([{ start: 0, end: 10, at: NOW }])
    expect(review(read, sentence, 'read', LATER)).toEqual([])
    expect(applyToLayer(read, review(read, sentence, null, LATER)).reviews).toEqual([])
  })

  test('never touches labels', () => {
    const before = tagged(empty, fact, 10)
    expect(labels(applyToLayer(before, review(before, sentence, 'read', NOW)))).toEqual(['fact'])
  })
})

describe('progress', () => {
  const said = (judgement: Judgement, start: number, end: number) => ({ judgement, start, end })

  const sentences = [
    { start: 0, end: 4 },
    { start: 5, end: 9 },
    { start: 10, end: 14 },
  ]

  test('counts a tagged sentence as read', () => {
    expect(progressOf(sentences, [{ start: 0, end: 4 }], [said('read', 10, 14)])).toMatchObject({
      tagged: 1,
      reviewed: 2,
    })
    expect(reviewedSentences(sentences, [{ start: 0, end: 4 }], [said('read', 10, 14)])).toEqual([1, 3])
  })

  test('counts what is beyond judging as done with, and what is difficult as not', () => {
    const words = [said('cannot-judge', 0, 4), said('difficult', 5, 9), said('cannot-judge', 10, 14)]
    expect(progressOf(sentences, [{ start: 10, end: 12 }], words)).toEqual({
      ...{ tagged: 1, reviewed: 2 },
      ...{ unjudged: 1, flagged: 1 },
    })
    expect(reviewedSentences(sentences, [], words)).toEqual([1, 3])
  })

  test('counts every sentence that an annotation touches, once', () => {
    const spans = [
      { start: 2, end: 6 },
      { start: 0, end: 3 },
    ]
    expect(progressOf(sentences, spans, [])).toMatchObject({ tagged: 2, reviewed: 2 })
  })

  test('an annotation within a long one does not hide what comes after', () => {
    const spans = [
      { start: 0, end: 14 },
      { start: 1, end: 2 },
      { start: 10, end: 11 },
    ]
    expect(progressOf(sentences, spans, [])).toMatchObject({ tagged: 3, reviewed: 3 })
  })
})
