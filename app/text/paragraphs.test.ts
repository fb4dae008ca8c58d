import { expect, test } from 'vitest'
import { paragraphs } from './paragraphs.ts'

const sentences = (text: string) =>
  [...text.matchAll(/[^.\n]+\./g)].map(({ 0: one, index }) => ({ start: index, end: index + one.length }))

test('a line break begins a paragraph', () => {
  const text = 'One. Two.\n\nThree.\nFour. Five.'
  expect(paragraphs(text, sentences(text))).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 3 },
    { start: 3, end: 5 },
  ])
})

test('no sentences, no paragraphs', () => {
  expect(paragraphs('', [])).toEqual([])
})
