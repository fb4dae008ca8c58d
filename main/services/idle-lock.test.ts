import { expect, onTestFinished, test, vi } from 'vitest'
import { IdleLock } from './idle-lock.ts'

const MINUTE = 60_000

/** A lock by a clock of its own, and what it did. */
function locking(minutes: number) {
  vi.useFakeTimers({ now: 0 })
  onTestFinished(() => void vi.useRealTimers())
  const done: string[] = []
  const lock = new IdleLock({
    minutes: () => minutes,
    ask: () => void done.push('ask'),
    lock: () => void done.push('lock'),
  })
  onTestFinished(() => lock.close())
  return { lock, done }
}

test('after its minutes without anybody the windows are asked, and where none answers it locks', () => {
  const { done } = locking(15)
  vi.advanceTimersByTime(14 * MINUTE)
  expect(done).toEqual([])
  vi.advanceTimersByTime(MINUTE)
  expect(done).toEqual(['ask'])
  vi.advanceTimersByTime(5_000)
  expect(done).toEqual(['ask', 'lock'])
})

test('a window that answers locks by itself, once it has saved', () => {
  const { lock, done } = locking(15)
  vi.advanceTimersByTime(15 * MINUTE)
  lock.stay()
  vi.advanceTimersByTime(14 * MINUTE)
  expect(done).toEqual(['ask'])
})

test('whoever is there is not locked out', () => {
  const { lock, done } = locking(5)
  for (let minute = 0; minute < 60; minute += 4) {
    vi.advanceTimersByTime(4 * MINUTE)
    lock.stay()
  }
  expect(done).toEqual([])
})

test('a computer that slept is locked when it wakes', () => {
  const { done } = locking(15)
  // Timers stand still meanwhile; the clock does not.
  vi.setSystemTime(8 * 60 * MINUTE)
  vi.advanceTimersByTime(15_000)
  expect(done).toEqual(['ask'])
})

test('with nothing to lock, or where the person wants none, nothing happens', () => {
  const { done } = locking(0)
  vi.advanceTimersByTime(24 * 60 * MINUTE)
  expect(done).toEqual([])
})

test('when the screen is locked the windows are asked at once, and once', () => {
  const { lock, done } = locking(0)
  lock.leave()
  lock.leave()
  expect(done).toEqual(['ask'])
})
