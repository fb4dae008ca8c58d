import { expect, test } from 'vitest'
import { expectedEnd, paceOf } from './pace.ts'

const days = (...sentences: number[]) =>
  sentences.map((one, place) => ({ day: `2026-11-${30 - place}`, sentences: one }))

test('the pace is that of the last seven days worked, however long ago the first was', () => {
  expect(paceOf(days(10, 20, 30))).toBe(20)
  expect(paceOf(days(7, 7, 7, 7, 7, 7, 7, 1000))).toBe(7)
  expect(paceOf([])).toBeNull()
})

test('the end is expected after as many days as the rest takes, the last one whole', () => {
  expect(expectedEnd(20, 10, '2026-11-30')).toBe('2026-12-02')
  expect(expectedEnd(21, 10, '2026-11-30T23:00:00Z')).toBe('2026-12-03')
})

test('nothing is expected of who is done, has not begun, or would need a century', () => {
  expect(expectedEnd(0, 10, '2026-11-30')).toBeNull()
  expect(expectedEnd(10, null, '2026-11-30')).toBeNull()
  expect(expectedEnd(1_000_000, 1, '2026-11-30')).toBeNull()
})
