import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableText } from '../../test/texts.ts'
import { normalise } from '../normalise.ts'
import type { Range } from '../range.ts'
import { joinWithNext, splitAt, wordStarts } from './mend.ts'
import { segment } from './segment.ts'

const texts = (text: string, sentences: readonly Range[] | undefined) =>
  sentences?.map(({ start, end }) => text.slice(start, end))

test('a split parts a sentence at the offset, without the blanks', () => {
  const text = 'No stop here But here one. Next.'
  expect(texts(text, splitAt(text, segment(text, 'en'), 13))).toEqual([
    'No stop here',
    'But here one.',
    'Next.',
  ])
})

test('there is nothing to split at the ends of a sentence, between sentences, or within an emoji', () => {
  const text = 'It 😀 ended. Next.'
  const sentences = segment(text, 'en')
  for (const offset of [0, 4, 12, 13, 99]) expect(splitAt(text, sentences, offset)).toBeUndefined()
})

test('a join takes the blanks between the sentences along', () => {
  const text = 'One.\n\nTwo. Three.'
  expect(texts(text, joinWithNext(segment(text, 'en'), 0))).toEqual(['One.\n\nTwo.', 'Three.'])
})

test('the last sentence has nothing to be joined with', () => {
  expect(joinWithNext([{ start: 0, end: 4 }], 0)).toBeUndefined()
})

test('words are where a split can be, with the quotation mark that opens them', () => {
  const text = 'He left “At last” she said'
  expect(
    wordStarts(text, { start: 0, end: text.length }, 'en').map(offset => text.slice(offset, offset + 3)),
  ).toEqual(['lef', '“At', 'las', 'she', 'sai'])
})

test('however sentences are mended, they stay in order, disjoint, and cover what they did', () => {
  fc.assert(
    fc.property(
      readableText,
      fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 20 }),
      (given, steps) => {
        const text = normalise(given)
        let sentences = segment(text, 'en')
        for (const [split, where] of steps) {
          const next = split
            ? splitAt(text, sentences, where % (text.length + 1))
            : joinWithNext(sentences, where % sentences.length)
          sentences = next ?? sentences
        }
        let position = 0
        for (const { start, end } of sentences) {
          expect(text.slice(position, start).trim()).toBe('')
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          expect(end).toBeGreaterThan(start)
          position = end
        }
        expect(text.slice(position).trim()).toBe('')
      },
    ),
  )
})

test('a split and the join of its two parts is what was before', () => {
  fc.assert(
    fc.property(readableText, fc.nat(), (given, where) => {
      const text = normalise(given)
      const sentences = segment(text, 'en')
      const offset = where % (text.length + 1)
      const split = splitAt(text, sentences, offset)
      if (!split) return
      const index = sentences.findIndex(({ start, end }) => start < offset && offset < end)
      expect(joinWithNext(split, index)).toEqual(sentences)
    }),
  )
})
