import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from './index.ts'
import { anyCorpus, claimsIn } from './test/corpora.ts'
import { expected, roundTrip } from './test/round-trip.ts'

const both = formats.filter(format => format.read && format.write)

describe.each(both)('$id', format => {
  test('what was written is read as it was, less what the format names as lost', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async corpus => {
        expect(await roundTrip(format, corpus)).toEqual(expected(format, corpus))
      }),
      { numRuns: 60 },
    )
  })

  test('a sentence of a megabyte comes back whole', async () => {
    const text = `${'Ünd 😀 so weiter '.repeat(65_536)}.`
    const corpus = claimsIn(text, [
      { start: 0, end: text.length },
      { start: 500_000 - (500_000 % 17), end: 500_000 - (500_000 % 17) + 3 },
    ])
    expect((await roundTrip(format, corpus)).map(one => one.annotations)).toEqual(
      expected(format, corpus).map(one => one.annotations),
    )
  })

  test('annotations that overlap, nest, touch and cross sentences are all there', async () => {
    const text = 'One two three. Four five six. Seven eight nine.'
    const ranges = [
      [0, 14],
      [4, 7],
      [0, 29],
      [8, 19],
      [29, 47],
      [30, 47],
      [30, 35],
      [0, 47],
    ].map(([start = 0, end = 0]) => ({ start, end }))
    const corpus = claimsIn(text, ranges)
    expect(await roundTrip(format, corpus)).toEqual(expected(format, corpus))
  })
})
