/** Counts by name, of which nobody knows beforehand which there are, for measures that add up over articles. */
import type { Contributions } from './bootstrap.ts'

export type NamedCounts = ReadonlyMap<string, number>

export function addedUp(all: Iterable<NamedCounts>): NamedCounts {
  const sum = new Map<string, number>()
  for (const counts of all) for (const [name, count] of counts) sum.set(name, (sum.get(name) ?? 0) + count)
  return sum
}

/** The counts with a word before their names. */
export const under = (word: string, counts: NamedCounts): [string, number][] =>
  [...counts].map(([name, count]) => [`${word}/${name}`, count])

/**
 * Rows of named counts for bootstrap.ts, which knows places only.
 *
 * @returns with `of`, which gives back the counts that were put under a word
 */
export function contributionsOfNamed(rows: readonly NamedCounts[]): {
  readonly contributions: Contributions
  readonly of: (word: string) => (counts: Float64Array) => NamedCounts
} {
  const places = new Map<string, number>()
  for (const row of rows) for (const name of row.keys()) if (!places.has(name)) places.set(name, places.size)
  const starts = new Uint32Array(rows.length + 1)
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.size
  return {
    contributions: {
      width: places.size,
      rowOf: Uint32Array.from(rows.keys()),
      starts,
      cells: Uint32Array.from(rows.flatMap(row => Array.from(row.keys(), name => places.get(name) ?? 0))),
      weights: Float64Array.from(rows.flatMap(row => [...row.values()])),
    },
    of: word => {
      const own = [...places].flatMap(([name, place]): [string, number][] =>
        name.startsWith(`${word}/`) ? [[name.slice(word.length + 1), place]] : [],
      )
      return counts => new Map(own.map(([name, place]) => [name, counts[place] ?? 0]))
    },
  }
}
