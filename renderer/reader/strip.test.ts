import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '#app/model/annotation'
import type { Review } from '#app/model/review'
import { overlaps, type Range } from '#app/text/range'
import { BEYOND, FLAGGED, FOUND, READ, rowsOf, runsOf, stripOf, UNREAD } from './strip.ts'

/** A sentence of so many units for each length, one blank after each. */
function sentencesOf(lengths: readonly number[]): Range[] {
  let start = 0
  return lengths.map(length => {
    const sentence = { start, end: start + length }
    start += length + 1
    return sentence
  })
}

const colours: Record<string, number> = { fact: 0, claim: 3 }
const colourOf = (label: string): number => colours[label] ?? 7
// The strip looks at nothing else of them.
const annotation = (range: Range, label: string) => ({ ...range, label }) as Annotation
const review = (range: Range, judgement: Review['judgement']) => ({ ...range, judgement }) as Review

const given = fc.record({
  lengths: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 }),
  rows: fc.integer({ min: 1, max: 40 }),
  said: fc.array(
    fc.tuple(fc.nat(59), fc.constantFrom('fact', 'claim', 'read', 'cannot-judge', 'difficult')),
    { maxLength: 30 },
  ),
})

test('a row tells all that is said of each sentence that reaches into it, and nothing else', () => {
  fc.assert(
    fc.property(given, ({ lengths, rows, said }) => {
      const sentences = sentencesOf(lengths)
      const length = sentences.at(-1)?.end ?? 0
      const of = (index: number): Range => sentences[index % sentences.length] ?? { start: 0, end: 1 }
      const isLabel = (what: string) => what === 'fact' || what === 'claim'
      const annotations = said
        .filter(([, what]) => isLabel(what))
        .map(([at, what]) => annotation(of(at), what))
      const reviews = said
        .filter(([, what]) => !isLabel(what))
        .map(([at, what]) => review(of(at), what as Review['judgement']))
      const strip = stripOf(
        { length, sentences, layer: { annotations, reviews }, matches: [] },
        rows,
        colourOf,
      )

      for (let row = 0; row < rows; row++) {
        let bits = 0
        for (const sentence of sentences) {
          const { from, to } = rowsOf(sentence, length, rows)
          if (row < from || row >= to) continue
          const tags = annotations.filter(one => overlaps(one, sentence))
          const words = reviews.filter(one => overlaps(one, sentence)).map(one => one.judgement)
          for (const { label } of tags) bits |= 1 << colourOf(label)
          if (words.includes('read')) bits |= READ
          if (words.includes('cannot-judge')) bits |= BEYOND
          if (words.includes('difficult')) bits |= FLAGGED
          if (tags.length === 0 && !words.some(word => word !== 'difficult')) bits |= UNREAD
        }
        expect([row, strip[row]]).toEqual([row, bits])
      }
    }),
  )
})

describe('rows', () => {
  test('stand for parts of the text, each range for at least one', () => {
    expect(rowsOf({ start: 0, end: 50 }, 100, 10)).toEqual({ from: 0, to: 5 })
    expect(rowsOf({ start: 41, end: 42 }, 100, 10)).toEqual({ from: 4, to: 5 })
    expect(rowsOf({ start: 99, end: 100 }, 100, 10)).toEqual({ from: 9, to: 10 })
    expect(rowsOf({ start: 100, end: 100 }, 100, 10)).toEqual({ from: 9, to: 10 })
  })

  test('that tell the same are drawn as one', () => {
    expect(runsOf(Uint16Array.of(1, 1, 2, 1))).toEqual([
      { from: 0, to: 2, bits: 1 },
      { from: 2, to: 3, bits: 2 },
      { from: 3, to: 4, bits: 1 },
    ])
    expect(runsOf(new Uint16Array())).toEqual([])
  })
})

test('what was found has a tick', () => {
  const sentences = sentencesOf([10, 10])
  const layer = { annotations: [], reviews: [] }
  const strip = stripOf({ length: 21, sentences, layer, matches: [{ start: 15, end: 18 }] }, 4, colourOf)
  expect([...strip].map(bits => (bits & FOUND) > 0)).toEqual([false, false, true, true])
})
