import { expect, test } from 'vitest'
import { pickedRange } from '#app/text/pick'
import { cleanedValue } from './fields/cleaned-value.ts'
import { firstWord, nextWord, type Words, wordOfNextSentence } from './picked-words.ts'

const TEXT = 'Olena Koval spoke. “It is safe,” she said. …'
const WORDS: Words = {
  text: TEXT,
  sentences: [
    { start: 0, end: 18 },
    { start: 19, end: 42 },
    { start: 43, end: 44 },
  ],
  language: 'en',
}

const shown = (pick: ReturnType<typeof firstWord>) => {
  const { start, end } = pickedRange(pick ?? { anchor: 0, focus: 0 })
  return TEXT.slice(start, end)
}

test('picking begins with the first word of a sentence, without the marks before it', () => {
  expect(shown(firstWord(WORDS, 0))).toBe('Olena')
  expect(shown(firstWord(WORDS, 1))).toBe('It')
  expect(firstWord(WORDS, 2)).toBeNull()
})

test('the next word may be one of the next sentence, and at the ends of the article the word stays', () => {
  const spoke = { anchor: 12, focus: 17 }
  expect(shown(nextWord(WORDS, spoke, 1))).toBe('It')
  expect(shown(nextWord(WORDS, { anchor: 0, focus: 5 }, -1))).toBe('Olena')
})

test('another sentence is begun with its first word; one without words is not gone to', () => {
  const koval = { anchor: 6, focus: 11 }
  const it = wordOfNextSentence(WORDS, koval, 1)
  expect(shown(it)).toBe('It')
  expect(shown(wordOfNextSentence(WORDS, it, -1))).toBe('Olena')
  expect(wordOfNextSentence(WORDS, it, 1)).toBe(it)
})

test.each([
  ['number', ' 1 234,5 ', '1234.5'],
  ['number', '−3', '-3'],
  ['number', 'many', 'many'],
  ['date', '1.10.2026', '2026-10-01'],
  ['date', '2026-3-1', '2026-03-01'],
  ['date', '3/4/2026', '3/4/2026'],
  ['url', 'example.org/a', 'https://example.org/a'],
  ['url', 'not an address', 'not an address'],
  ['number', '31,4', '31.4'],
  ['number', '31,400', '31,400'],
  ['number', '0,125', '0.125'],
  ['number', '1 234,500', '1234.5'],
  ['text', ' as it is ', 'as it is'],
] as const)('a %s typed as “%s” is %s', (type, typed, value) => {
  expect(cleanedValue({ type }, typed)).toBe(value)
})
