import type { Unit } from './units.ts'

export interface DividedSentence {
  readonly unit: Unit
  /** Of the values given, in bits: 0 where all are equal, 1 where two values were given as often. */
  readonly entropy: number
  /** How many pairs of coders differ. */
  readonly pairs: number
}

/** The sentences that divide the coders most, by entropy, then by pairs that differ, then in their order. */
export function dividedSentences(units: readonly Unit[], most: number): DividedSentence[] {
  return units
    .filter(({ values }) => isDivided(values))
    .map(unit => ({ unit, ...divisionOf(unit.values) }))
    .sort((a, b) => b.entropy - a.entropy || b.pairs - a.pairs)
    .slice(0, most)
}

/** Most are not: of them no more has to be counted. */
function isDivided(values: Unit['values']): boolean {
  const first = values.find(value => value !== null)
  return values.some(value => value !== null && value !== first)
}

function divisionOf(values: Unit['values']): { entropy: number; pairs: number } {
  const given = values.filter(value => value !== null)
  const counts = [...Map.groupBy(given, value => value).values()].map(those => those.length)
  const entropy = counts.reduce((sum, count) => {
    const share = count / given.length
    return sum - share * Math.log2(share)
  }, 0)
  const equal = counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  return { entropy, pairs: (given.length * (given.length - 1)) / 2 - equal }
}
