/** Chance that comes the same way again: of a seed. Mulberry32 (Tommy Ettinger, 2017). */
export interface Chance {
  /** A whole number from 0, below the bound. */
  below(bound: number): number
  /** One of them. Throws where there is none. */
  one<T>(of: readonly T[]): T
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let word = Math.imul(state ^ (state >>> 15), state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return Math.floor((((word ^ (word >>> 14)) >>> 0) / 2 ** 32) * bound)
  }
  return {
    below,
    one<T>(of: readonly T[]): T {
      if (of.length === 0) throw new Error('nothing to choose from')
      return of[below(of.length)] as T // there is one at every place below the length
    },
  }
}

/** How often a fuzz test tries, and from which seed: a few times always the same in CI, as `npm run fuzz` says else. */
export function fuzzing(always: number): { readonly runs: number; readonly seed: number } {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env
  return { runs: Number(FUZZ_RUNS ?? always), seed: Number(FUZZ_SEED ?? 6) }
}
