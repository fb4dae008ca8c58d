import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableText } from '../../test/texts.ts'
import { taskTokens } from './tokens.ts'

const shown = (text: string, ...ranges: readonly (readonly [number, number])[]) =>
  taskTokens(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  ).map(({ start, end, ws }) => `${text.slice(start, end)}${ws ? '_' : ''}`)

test('one space belongs to the token before it, other blank space is a token', () => {
  expect(shown('One  two.\n\nThree ')).toEqual(['One_', ' ', 'two', '.', '\n\n', 'Three_'])
})

test('a token is divided where a range begins or ends within it', () => {
  expect(shown('anti-war words', [5, 8], [0, 4])).toEqual(['anti', '-', 'war_', 'words'])
})

test('a space with which a range begins or ends is a token', () => {
  expect(shown('One two three', [0, 4])).toEqual(['One', ' ', 'two_', 'three'])
  expect(shown('One two three', [7, 13])).toEqual(['One_', 'two', ' ', 'three'])
})

test('tokens and their spaces make up the text, and every range begins and ends with one', () => {
  const textAndRange = readableText.chain(text =>
    fc.tuple(fc.constant(text), fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length - 1 })),
  )
  fc.assert(
    fc.property(textAndRange, ([text, one, other]) => {
      const range = { start: Math.min(one, other), end: Math.max(one, other) + 1 }
      const tokens = taskTokens(text, [range])
      expect(tokens.map(({ start, end, ws }) => text.slice(start, end) + (ws ? ' ' : '')).join('')).toBe(text)
      expect(tokens.some(token => token.start === range.start)).toBe(true)
      expect(tokens.some(token => token.end === range.end)).toBe(true)
    }),
  )
})
