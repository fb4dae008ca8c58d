import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../test/texts.ts'
import { tokensOf } from './tokens.ts'

const words = (text: string) =>
  tokensOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

test('words keep what belongs into them, and signs stand alone', () => {
  expect(words("“We won't,” said Ms. Smith-Jones: 3.5% of 1,200!")).toEqual([
    '“',
    'We',
    "won't",
    ',',
    '”',
    'said',
    'Ms',
    '.',
    'Smith-Jones',
    ':',
    '3.5',
    '%',
    'of',
    '1,200',
    '!',
  ])
})

test('ideographs are tokens of their own, other scripts have words', () => {
  expect(words('她说：好。')).toEqual(['她', '说', '：', '好', '。'])
  expect(words('Він сказав: «так».')).toEqual(['Він', 'сказав', ':', '«', 'так', '»', '.'])
})

test('tokens are disjoint, in order, and leave nothing out that is not blank', () => {
  fc.assert(
    fc.property(anyText, text => {
      const whole = text.toWellFormed()
      let covered = ''
      let last = 0
      for (const { start, end } of tokensOf(whole, { start: 0, end: whole.length })) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(whole.slice(last, start).trim()).toBe('')
        covered += whole.slice(start, end)
        last = end
      }
      expect(whole.slice(last).trim()).toBe('')
      expect(covered.length).toBeLessThanOrEqual(whole.length)
    }),
  )
})

test('the short way through plain words comes to the same as the pattern', () => {
  const piece = fc.constantFrom(
    'word',
    'A1',
    ' ',
    ',',
    '.',
    "'",
    '-',
    '3',
    'é',
    '\u0301',
    '你',
    '\n',
    '’',
    ':',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const text = pieces.join('')
      // No letter of it is plain where every one is followed by a mark.
      const marked = text.replace(/[\p{L}\p{N}](?!\p{M})/gu, '$&\u0302')
      expect(words(text)).toEqual(words(marked).map(word => word.replaceAll('\u0302', '')))
    }),
  )
})
