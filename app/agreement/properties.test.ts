import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agreement } from './agreement.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import { gwetAc1, gwetAc1OfUnits } from './gwet-ac1.ts'
import { interval, krippendorffAlpha, nominal, ordinal } from './krippendorff-alpha.ts'
import { masiDistance } from './masi-distance.ts'
import { percentAgreement } from './percent-agreement.ts'
import { scottPi } from './scott-pi.ts'
import { coincidences, contingency, type Values } from './square-table.ts'
import { quadratic, weightedKappa } from './weighted-kappa.ts'

const SIZE = 4
type Measure = (units: Values[]) => Agreement

const NOMINAL: Record<string, Measure> = {
  percent: units => percentAgreement(contingency(units, SIZE)),
  kappa: units => cohenKappa(contingency(units, SIZE)),
  pi: units => scottPi(contingency(units, SIZE)),
  AC1: units => gwetAc1(contingency(units, SIZE)),
  'AC1 of units': units => gwetAc1OfUnits(units, SIZE),
  Fleiss: units => fleissKappa(units, SIZE),
  alpha: units => krippendorffAlpha(coincidences(units, SIZE), nominal),
}
const ORDERED: Record<string, Measure> = {
  'weighted kappa': units => weightedKappa(contingency(units, SIZE), quadratic),
  'ordinal alpha': units => krippendorffAlpha(coincidences(units, SIZE), ordinal),
  'interval alpha': units => krippendorffAlpha(coincidences(units, SIZE), interval([1, 2, 4, 8])),
}
const ALL = { ...NOMINAL, ...ORDERED }

const value = fc.nat(SIZE - 1)
const maybe = fc.option(value, { freq: 4 })
const complete = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 30 })
const withGaps = fc.array(fc.tuple(maybe, maybe), { maxLength: 30 })
const figure = (result: Agreement): number | string =>
  'undefined' in result ? result.undefined : result.value
const same = (a: Agreement, b: Agreement): void => {
  const [one, other] = [figure(a), figure(b)]
  if (typeof one === 'string' || typeof other === 'string') expect(one).toBe(other)
  else expect(one).toBeCloseTo(other, 9)
}

describe.each(Object.entries(ALL))('%s', (_, measure) => {
  test('is a figure from -1 to 1, or a reason; never NaN', () => {
    fc.assert(
      fc.property(withGaps, units => {
        const result = measure(units)
        if ('undefined' in result) expect(result.undefined).toMatch(/^[A-Z].*\.$/)
        else expect(Math.abs(result.value)).toBeLessThanOrEqual(Math.max(1, units.length))
      }),
    )
  })

  test('does not change when the annotators change places', () => {
    fc.assert(fc.property(withGaps, units => same(measure(units), measure(units.map(([a, b]) => [b, a])))))
  })

  test('does not change with the order of the units', () => {
    fc.assert(fc.property(withGaps, units => same(measure(units), measure(units.toReversed()))))
  })

  test('is 1 where all agree on two categories and more', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), values => {
        expect(figure(measure([...values, 0, 1].map(one => [one, one])))).toBeCloseTo(1, 12)
      }),
    )
  })

  test('does not count what only one has judged', () => {
    // AC1 with data missing does, by its definition: the shares of the categories are of all units.
    if (measure === NOMINAL['AC1 of units']) return
    fc.assert(
      fc.property(withGaps, units => {
        same(measure(units), measure(units.filter(([a, b]) => a !== null && b !== null)))
      }),
    )
  })
})

test.each(Object.entries(NOMINAL))('%s does not change when categories are renamed', (_, measure) => {
  const renamed = [2, 0, 3, 1]
  fc.assert(
    fc.property(withGaps, units => {
      const other = units.map(unit => unit.map(one => (one === null ? null : (renamed[one] ?? null))))
      same(measure(units), measure(other))
    }),
  )
})

describe('measures agree with one another', () => {
  test('Fleiss’ kappa of two annotators is Scott’s pi', () => {
    fc.assert(
      fc.property(complete, units => same(fleissKappa(units, SIZE), scottPi(contingency(units, SIZE)))),
    )
  })

  test('alpha of two annotators is pi with its correction for n values: 1 - alpha = (1 - pi)(n - 1) / n', () => {
    fc.assert(
      fc.property(complete, units => {
        const pi = figure(scottPi(contingency(units, SIZE)))
        const alpha = figure(krippendorffAlpha(coincidences(units, SIZE)))
        if (typeof pi === 'string' || typeof alpha === 'string') {
          expect(alpha).toBe(pi)
          return
        }
        const n = 2 * units.length
        expect(1 - alpha).toBeCloseTo(((1 - pi) * (n - 1)) / n, 9)
      }),
    )
  })

  test('AC1 of units without gaps is AC1 of their table', () => {
    fc.assert(
      fc.property(complete, units => same(gwetAc1OfUnits(units, SIZE), gwetAc1(contingency(units, SIZE)))),
    )
  })

  test('kappa is pi where both annotators have the same frequencies', () => {
    fc.assert(
      fc.property(complete, units => {
        const both = [...units, ...units.map(([a, b]): Values => [b, a])]
        same(cohenKappa(contingency(both, SIZE)), scottPi(contingency(both, SIZE)))
      }),
    )
  })
})

test('the distance of sets is 0 for equal ones only, at most 1, and the same both ways', () => {
  const set = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(set, set, (a, b) => {
      const distance = masiDistance(a, b)
      expect(distance).toBe(masiDistance(b, a))
      expect(distance).toBeLessThanOrEqual(1)
      expect(distance === 0).toBe(a.toSorted().join() === b.toSorted().join())
    }),
  )
})

test('one category gives a reason, not a figure, to all that correct for chance', () => {
  for (const [name, measure] of Object.entries(ALL)) {
    const result = measure([
      [1, 1],
      [1, 1],
    ])
    if (name === 'percent') expect(figure(result)).toBe(1)
    else expect(figure(result)).toMatch(/Only one value/)
  }
})
