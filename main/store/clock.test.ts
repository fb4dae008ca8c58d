import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANNA, BORYS } from '#main/test/projects'
import { nextRevision } from './clock.ts'

test('a revision is later than the last one, however the clock is set', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 1, maxLength: 50 }), times => {
      let last: string | undefined
      for (const time of times) {
        const next = nextRevision(last, time, time % 2 === 0 ? ANNA.id : BORYS.id, 'ffff')
        if (last !== undefined) expect(next > last).toBe(true)
        last = next
      }
    }),
  )
})

test('the counter runs over into the time', () => {
  const full = nextRevision(undefined, 5, ANNA.id, 'ffff').replace('-0000-', '-ffff-')
  expect(nextRevision(full, 5, ANNA.id, 'ffff') > full).toBe(true)
})
