/** Draws a whole number from 0 up to, but not including, `below` (at most 2^32). */
export type Draw = (below: number) => number

/**
 * Numbers that look random and are the same for the same seed, on every machine: Chris Doty-Humphrey's sfc32,
 * which passes PractRand. Not for secrets.
 *
 * @param seed any whole number; its lower 32 bits count
 */
export function draws(seed: number): Draw {
  let [a, b, c, counter] = [0, seed | 0, 0x9e3779b9 | 0, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 15; round++) next()
  return below => Math.floor((next() / 0x1_0000_0000) * below)
}
