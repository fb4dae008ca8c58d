import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LineDifference, lineDifferences } from './line-differences.ts'

const text = fc.array(fc.constantFrom('', 'a', 'b', 'c'), { maxLength: 12 }).map(lines => lines.join('\n'))
const without = (change: LineDifference['change'], all: readonly LineDifference[]) =>
  all.filter(one => one.change !== change).map(one => one.line)
const changed = (all: readonly LineDifference[]) => all.filter(one => one.change !== 'same').length

test('what is not added is the old text, what is not removed is the new one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const all = lineDifferences(before, after)
      expect(without('added', all).join('\n')).toBe(before)
      expect(without('removed', all).join('\n')).toBe(after)
    }),
  )
})

test('a text differs in nothing from itself, and as much one way round as the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(changed(lineDifferences(before, before))).toBe(0)
      expect(changed(lineDifferences(before, after))).toBe(changed(lineDifferences(after, before)))
    }),
  )
})

test('a line that came in between is the one that differs', () => {
  expect(lineDifferences('Read all.\nTag.', 'Read all.\nDoubt.\nTag.')).toEqual([
    { change: 'same', line: 'Read all.' },
    { change: 'added', line: 'Doubt.' },
    { change: 'same', line: 'Tag.' },
  ])
})
