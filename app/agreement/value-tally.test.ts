import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Difference, interval, krippendorffAlpha, nominal } from './krippendorff-alpha.ts'
import { percentAgreement } from './percent-agreement.ts'
import { coincidences } from './square-table.ts'
import { intervalTally, nominalTally, type ValueTally } from './value-tally.ts'

const NUMBERS = [3, 1e6, -2, 3.5]
const unit = fc.array(fc.option(fc.nat(NUMBERS.length - 1)), { minLength: 3, maxLength: 3 })
const units = fc.array(unit, { minLength: 1, maxLength: 12 })

function figures(tally: ValueTally, given: readonly (number | null)[][]) {
  const counts = new Float64Array(tally.width)
  for (const values of given)
    tally.add(values, (cell, weight) => {
      counts[cell] = (counts[cell] ?? 0) + weight
    })
  return [tally.alpha(counts), tally.percent(counts)]
}

test.each<[string, ValueTally, Difference]>([
  ['equal or not', nominalTally(NUMBERS.length), nominal],
  ['numbers', intervalTally(NUMBERS), interval(NUMBERS)],
])('few counts give the figures of the whole table: %s', (_, tally, difference) => {
  fc.assert(
    fc.property(units, given => {
      const table = coincidences(given, NUMBERS.length)
      const whole = [krippendorffAlpha(table, difference), percentAgreement(table)]
      const close = whole.map(one =>
        'undefined' in one ? one : { ...one, value: expect.closeTo(one.value, 6) },
      )
      expect(figures(tally, given)).toEqual(close)
    }),
  )
})

test('numbers far from 0 that are near to one another are told apart', () => {
  const numbers = [1e9, 1e9 + 1]
  const [alpha] = figures(intervalTally(numbers), [
    [0, 0],
    [1, 1],
    [0, 1],
  ])
  expect(alpha).toMatchObject({ value: expect.closeTo(1 - (5 * 2) / 18, 9) })
})
