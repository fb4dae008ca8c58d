/** Milliseconds that a piece of work takes. */
export function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const median = (values: readonly number[]): number => percentile(values, 50)

/** The smallest value that so many per cent of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(Math.ceil((rank / 100) * sorted.length) - 1, 0)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

/** Collects garbage, where Node was started with --expose-gc, so that one side does not pay for the other's. */
export const collect = (): void => globalThis.gc?.()
