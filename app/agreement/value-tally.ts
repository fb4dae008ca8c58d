/**
 * Krippendorff's alpha of values of which there may be thousands, such as names, from as many counts as there are
 * values: a table of every value against every other would have millions of cells.
 */
import { type Agreement, agreement, NO_OVERLAP, ONE_CATEGORY } from './agreement.ts'
import type { Tally } from './tally.ts'

export interface ValueTally extends Tally {
  /** Nominal, or interval where the values are numbers; as `krippendorffAlpha` says. */
  readonly alpha: (counts: Float64Array) => Agreement
  /** The share of pairs of values that are equal. */
  readonly percent: (counts: Float64Array) => Agreement
}

/** Values that are equal or not: how often each was given, how many pairs agree, how many units there are. */
export function nominalTally(size: number): ValueTally {
  const [agreed, units] = [size, size + 1]
  const sums = (counts: Float64Array) => {
    let [total, squares] = [0, 0]
    for (let value = 0; value < size; value++) {
      total += counts[value] ?? 0
      squares += (counts[value] ?? 0) ** 2
    }
    return { total, expected: total ** 2 - squares, observed: total - (counts[agreed] ?? 0) }
  }
  return {
    width: size + 2,
    add(values, add) {
      const given = values.filter(value => value !== null)
      if (given.length < 2) return
      add(units, 1)
      for (const value of given) add(value, 1)
      for (const those of Map.groupBy(given, value => value).values())
        add(agreed, (those.length * (those.length - 1)) / (given.length - 1))
    },
    alpha(counts) {
      const { total, observed, expected } = sums(counts)
      if (total === 0) return NO_OVERLAP
      if (expected === 0) return ONE_CATEGORY
      return agreement(1 - ((total - 1) * observed) / expected, counts[units] ?? 0)
    },
    percent(counts) {
      const { total, observed } = sums(counts)
      return total === 0 ? NO_OVERLAP : agreement(1 - observed / total, counts[units] ?? 0)
    },
  }
}

/** Values that are numbers: how many, their sum, that of their squares, and how far those of a unit are apart. */
export function intervalTally(numbers: readonly number[]): ValueTally {
  // Far from 0, the squares of near numbers would be equal in a computer.
  const middle = numbers.reduce((sum, one) => sum + one / numbers.length, 0)
  const [count, sum, squares, apart, agreed, units] = [0, 1, 2, 3, 4, 5] as const
  return {
    width: 6,
    add(values, add) {
      const given = values.flatMap(value => (value === null ? [] : [(numbers[value] ?? 0) - middle]))
      if (given.length < 2) return
      const weight = 1 / (given.length - 1)
      add(units, 1)
      for (const [index, a] of given.entries()) {
        add(count, 1)
        add(sum, a)
        add(squares, a * a)
        for (const [other, b] of given.entries()) {
          if (index === other) continue
          add(apart, (a - b) ** 2 * weight)
          if (a === b) add(agreed, weight)
        }
      }
    },
    alpha(counts) {
      const total = counts[count] ?? 0
      if (total === 0) return NO_OVERLAP
      const expected = 2 * (total * (counts[squares] ?? 0) - (counts[sum] ?? 0) ** 2)
      if (expected <= 1e-12 * total * (counts[squares] ?? 0)) return ONE_CATEGORY
      return agreement(1 - ((total - 1) * (counts[apart] ?? 0)) / expected, counts[units] ?? 0)
    },
    percent(counts) {
      const total = counts[count] ?? 0
      return total === 0 ? NO_OVERLAP : agreement((counts[agreed] ?? 0) / total, counts[units] ?? 0)
    },
  }
}
