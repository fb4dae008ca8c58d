import { expect, test } from 'vitest'
import { alive, IDLE, isResting, NO_WORK, pace, workedUntil } from './work-time.ts'

const SECOND = 1000

test('the time runs from one sign of life to the next', () => {
  const time = [0, 30, 60, 100].reduce((so, at) => alive(so, at * SECOND), NO_WORK)
  expect(workedUntil(time, 110 * SECOND)).toBe(110 * SECOND)
})

test('it rests after two minutes without one, and goes on with the next', () => {
  const time = alive(NO_WORK, 0)
  expect(workedUntil(time, 10 * IDLE)).toBe(IDLE)
  expect(isResting(time, 10 * IDLE)).toBe(true)
  const back = alive(time, 10 * IDLE)
  expect(isResting(back, 10 * IDLE)).toBe(false)
  expect(workedUntil(back, 10 * IDLE + SECOND)).toBe(IDLE + SECOND)
})

test('a clock that is set back takes nothing away', () => {
  expect(workedUntil(alive(NO_WORK, 1000 * SECOND), 0)).toBe(0)
})

test('sentences an hour are said once a minute has passed', () => {
  expect(pace(5, 30 * SECOND)).toBeNull()
  expect(pace(10, 6 * 60 * SECOND)).toBe(100)
})
