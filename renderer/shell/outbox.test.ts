import { expect, onTestFinished, test, vi } from 'vitest'
import type { Outcome } from '#app/contract'

// Here nothing is painted.
vi.stubGlobal('requestAnimationFrame', () => 0)
vi.stubGlobal('cancelAnimationFrame', () => {})
const { send, sendOnce, settled } = await import('./outbox.ts')

/** A step that the disk does not take so many times. */
function failing(times: number) {
  let tries = 0
  const run = async (): Promise<Outcome<number>> =>
    ++tries <= times
      ? { ok: false, failure: { code: 'disk', message: 'The disk is full.' } }
      : { ok: true, value: tries }
  return run
}

test('a step is tried until the disk takes it, and those after it wait; one that is to be done once is not', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const [first, second, once] = [send(failing(2)), send(failing(0)), sendOnce(failing(1))]
  const all = Promise.all([first, second, once])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await all).toEqual([
    { ok: true, value: 3 },
    { ok: true, value: 1 },
    { ok: false, failure: { code: 'disk', message: 'The disk is full.' } },
  ])
  await settled()
})
