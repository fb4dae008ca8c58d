import { expect, test } from 'vitest'
import { inVisualOrder, levelsOf } from './visual-order.ts'

const order = (...levels: number[]) =>
  inVisualOrder(levels.map((level, index) => ({ level, index }))).map(one => one.index)

test('text from left to right stays as it is', () => {
  expect(order(0, 0, 0)).toEqual([0, 1, 2])
  expect(levelsOf('Plain – “text”')).toBeNull()
})

test('words from right to left turn, and a number among them does not', () => {
  expect(order(1, 1, 2, 2, 1)).toEqual([4, 2, 3, 1, 0])
})

test('a quotation within text of the other direction turns by itself', () => {
  expect(order(0, 1, 1, 0)).toEqual([0, 2, 1, 3])
})

test('a paragraph has the direction of its first letter, unless it is told', () => {
  expect(levelsOf('שלום Reuters')?.rightToLeft).toBe(true)
  expect(levelsOf('Reuters שלום')?.rightToLeft).toBe(false)
  expect(levelsOf('שלום', 'ltr')?.rightToLeft).toBe(false)
})
