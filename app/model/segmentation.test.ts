import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../text/range.ts'
import { sentencesIn } from './segmentation.ts'

const sentences = [
  { start: 0, end: 4 },
  { start: 5, end: 9 },
  { start: 12, end: 20 },
]

test('a range has the sentences that it shares text with', () => {
  expect(sentencesIn(sentences, { start: 5, end: 9 })).toEqual({ from: 1, to: 2 })
  expect(sentencesIn(sentences, { start: 3, end: 13 })).toEqual({ from: 0, to: 3 })
})

test('a range between sentences has none', () => {
  expect(sentencesIn(sentences, { start: 9, end: 12 })).toEqual({ from: 2, to: 2 })
})

test('finding is the same as looking at each', () => {
  fc.assert(
    fc.property(fc.nat(25), fc.integer({ min: 1, max: 10 }), (start, length) => {
      const range = { start, end: start + length }
      const { from, to } = sentencesIn(sentences, range)
      expect(sentences.slice(from, to)).toEqual(sentences.filter(sentence => overlaps(sentence, range)))
    }),
  )
})
