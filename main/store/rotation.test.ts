import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptBackups } from './rotation.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 5)
const times = fc.uniqueArray(fc.integer({ min: START, max: START + 60 * 24 * HOUR }), { maxLength: 80 })

test('the last five sessions are kept, whatever their days', () => {
  fc.assert(
    fc.property(times, all => {
      const kept = keptBackups(all)
      for (const one of [...all].sort((a, b) => b - a).slice(0, 5)) expect(kept.has(one)).toBe(true)
    }),
  )
})

test('there are never more than sixteen, and none that were not there', () => {
  fc.assert(
    fc.property(times, all => {
      const kept = keptBackups(all)
      expect(kept.size).toBeLessThanOrEqual(16)
      for (const one of kept) expect(all).toContain(one)
    }),
  )
})

test('what was let go is not missed later: keeping backup by backup comes to the same', () => {
  fc.assert(
    fc.property(times, all => {
      let kept: number[] = []
      for (const one of [...all].sort((a, b) => a - b)) kept = [...keptBackups([...kept, one])]
      expect(new Set(kept)).toEqual(keptBackups(all))
    }),
  )
})

test('of a month with three sessions a day there are five sessions, a week of days and four weeks', () => {
  const all = Array.from({ length: 28 }, (_, day) =>
    [8, 12, 17].map(hour => START + (day * 24 + hour) * HOUR),
  ).flat()
  const kept = [...keptBackups(all)].sort((a, b) => b - a)
  const days = kept.map(time => Math.floor((time - START) / HOUR / 24))
  expect(days).toEqual([27, 27, 27, 26, 26, 25, 24, 23, 22, 21, 20, 13, 6])
})
