/** Every measure gives what the paper that defined it, or a well-known reproduction, prints. */
import { describe, expect, test } from 'vitest'
import type { Agreement } from './agreement.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { fleissKappa, fleissKappaOf } from './fleiss-kappa.ts'
import { gwetAc1, gwetAc1OfUnits } from './gwet-ac1.ts'
import { byDistance, interval, krippendorffAlpha, nominal, ordinal } from './krippendorff-alpha.ts'
import { masiDistance } from './masi-distance.ts'
import { percentAgreement } from './percent-agreement.ts'
import { scottPi } from './scott-pi.ts'
import { coincidences, collapse, type SquareTable, type Values } from './square-table.ts'
import { figure, table } from './test/tables.ts'
import { unitizingAlpha } from './unitizing-alpha.ts'
import { linear, quadratic, weightedKappa } from './weighted-kappa.ts'

const COHEN_1960 = table([88, 14, 18], [10, 40, 10], [2, 6, 12])
const ABSTRACTORS = table([13, 0, 0], [0, 20, 7], [0, 4, 56])
const ARTSTEIN_POESIO = table([46, 0, 0], [6, 32, 6], [0, 0, 10])

describe('two annotators, values without an order', () => {
  test('Cohen 1960, page 45: observed .70, kappa .492', () => {
    expect(figure(percentAgreement(COHEN_1960))).toBeCloseTo(0.7, 10)
    expect(figure(cohenKappa(COHEN_1960))).toBeCloseTo(0.492, 3)
  })

  test('Cohen 1960, page 37: observed .29, expected .35', () => {
    const first = table([25, 12, 3], [13, 2, 15], [12, 16, 2])
    expect(figure(percentAgreement(first))).toBeCloseTo(0.29, 10)
    expect(figure(cohenKappa(first))).toBeCloseTo((0.29 - 0.35) / 0.65, 10)
  })

  test('the grants example, 20 5 / 10 15: observed .70, kappa .40', () => {
    expect(figure(cohenKappa(table([20, 5], [10, 15])))).toBeCloseTo(0.4, 10)
  })

  test('same agreement, other margins: 45 15 / 25 15 has kappa .1304, 25 35 / 5 35 has .2593', () => {
    expect(figure(cohenKappa(table([45, 15], [25, 15])))).toBeCloseTo(0.1304, 4)
    expect(figure(cohenKappa(table([25, 35], [5, 35])))).toBeCloseTo(0.2593, 4)
  })

  test('Artstein and Poesio 2008, page 558: pi .341, kappa .348', () => {
    const dialogue = table([20, 10], [20, 50])
    expect(figure(scottPi(dialogue))).toBeCloseTo(0.341, 3)
    expect(figure(cohenKappa(dialogue))).toBeCloseTo(0.348, 3)
  })

  test('Artstein and Poesio 2008, page 568: pi .7995, kappa .8013', () => {
    expect(figure(percentAgreement(ARTSTEIN_POESIO))).toBeCloseTo(0.88, 10)
    expect(figure(scottPi(ARTSTEIN_POESIO))).toBeCloseTo(0.7995, 4)
    expect(figure(cohenKappa(ARTSTEIN_POESIO))).toBeCloseTo(0.8013, 4)
  })

  test('Gwet 2014, the three abstractors (irrCAC): kappa .7964, pi .7962, AC1 .8493, alpha .7973', () => {
    expect(figure(percentAgreement(ABSTRACTORS))).toBeCloseTo(0.89, 10)
    expect(figure(cohenKappa(ABSTRACTORS))).toBeCloseTo(0.7964094, 7)
    expect(figure(scottPi(ABSTRACTORS))).toBeCloseTo(0.7962397, 7)
    expect(figure(gwetAc1(ABSTRACTORS))).toBeCloseTo(0.8493305, 7)
    expect(figure(krippendorffAlpha(asCoincidences(ABSTRACTORS)))).toBeCloseTo(0.7972585, 7)
  })

  test('Gwet 2008, a frequent category, 118 5 / 2 0: kappa -.0234, pi -.0288, AC1 .9408', () => {
    const skewed = table([118, 5], [2, 0])
    expect(figure(cohenKappa(skewed))).toBeCloseTo(-0.0234, 4)
    expect(figure(scottPi(skewed))).toBeCloseTo(-0.0288, 4)
    expect(figure(gwetAc1(skewed))).toBeCloseTo(0.9408, 4)
  })

  test('Krippendorff 1995, page 57, 24 places: John and Jill have kappa .385, pi .314, alpha .329', () => {
    const johnAndJill = table([10, 8], [0, 6])
    expect(figure(cohenKappa(johnAndJill))).toBeCloseTo(0.385, 3)
    expect(figure(scottPi(johnAndJill))).toBeCloseTo(0.314, 3)
    expect(figure(krippendorffAlpha(asCoincidences(johnAndJill)))).toBeCloseTo(0.329, 3)
  })

  test('QualCoder: of 1,000 characters 100 coded by each, 90 by both, is .889 and not .817; 20 is .111 and not .053', () => {
    expect(figure(cohenKappa(table([90, 10], [10, 890])))).toBeCloseTo(0.889, 3)
    expect(figure(cohenKappa(table([20, 80], [80, 820])))).toBeCloseTo(0.111, 3)
  })
})

describe('two annotators, some disagreements graver than others', () => {
  test('Cohen 1968, table 1, weights 1, 3 and 6: weighted kappa .348', () => {
    const weights = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ]
    expect(figure(weightedKappa(COHEN_1960, (a, b) => weights[a]?.[b] ?? 0))).toBeCloseTo(0.348, 3)
  })

  test('Cohen 1968, weights that differ by who gave what: .353', () => {
    const weights = [
      [0, 1, 4],
      [1, 0, 6],
      [2, 2, 0],
    ]
    expect(figure(weightedKappa(COHEN_1960, (a, b) => weights[a]?.[b] ?? 0))).toBeCloseTo(0.353, 3)
  })

  test('Artstein and Poesio 2008, page 568, half a disagreement for the third: .8163, alpha .8156', () => {
    const half = (a: number, b: number) => (a === b ? 0 : a === 2 || b === 2 ? 0.5 : 1)
    expect(figure(weightedKappa(ARTSTEIN_POESIO, half))).toBeCloseTo(0.8163, 4)
    expect(figure(krippendorffAlpha(asCoincidences(ARTSTEIN_POESIO), () => half))).toBeCloseTo(0.8156, 4)
  })

  test('with one weight for all it is Cohen’s kappa, with two categories linear and quadratic are the same', () => {
    expect(figure(weightedKappa(COHEN_1960, (a, b) => (a === b ? 0 : 1)))).toBeCloseTo(0.492, 3)
    const two = table([20, 5], [10, 15])
    expect(figure(weightedKappa(two, linear))).toBeCloseTo(figure(weightedKappa(two, quadratic)), 12)
  })
})

/** Fleiss 1971, table 1: how many of six psychiatrists gave each of five diagnoses to each of thirty patients. */
const DIAGNOSES = `
  00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
  10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
  00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`

describe('many annotators', () => {
  const patients = DIAGNOSES.trim()
    .split(/\s+/)
    .map(counts => [...counts].flatMap((count, category) => Array<number>(Number(count)).fill(category)))

  test('Fleiss 1971: observed .5556, expected .2201, kappa .430', () => {
    expect(patients.every(values => values.length === 6)).toBe(true)
    expect(figure(percentAgreement(coincidences(patients, 5)))).toBeCloseTo(0.5556, 4)
    expect(figure(fleissKappa(patients, 5))).toBeCloseTo(0.43, 3)
  })

  test('Fleiss 1971, category by category: .248, .248, .517, .470, .565', () => {
    const all = coincidences(patients, 5)
    const each = [0, 1, 2, 3, 4].map(category => figure(fleissKappaOf(collapse(all, category))))
    for (const [index, published] of [0.248, 0.248, 0.517, 0.47, 0.565].entries()) {
      expect(Math.abs((each[index] ?? 0) - published)).toBeLessThan(0.005)
    }
  })
})

/** Krippendorff 2011: a row for each coder, `.` where a value is missing. */
const coded = (...coders: string[]): Values[] => {
  const rows = coders.map(row => row.split(' '))
  const categories = [...new Set(rows.flat())].filter(value => value !== '.').sort()
  return (rows[0] ?? []).map((_, unit) =>
    rows.map(row => (row[unit] === '.' ? null : categories.indexOf(row[unit] ?? ''))),
  )
}
const SECTION_A = coded('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
const SECTION_B = coded('a a b b d c c c e d d a', 'b a b b b c c c e d d d')
const SECTION_C = coded(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

describe('Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability', () => {
  test('section A, two values: .095', () => {
    expect(figure(krippendorffAlpha(coincidences(SECTION_A, 2)))).toBeCloseTo(0.095, 3)
  })

  test('section B, many values: .692', () => {
    expect(figure(krippendorffAlpha(coincidences(SECTION_B, 5)))).toBeCloseTo(0.692, 3)
  })

  test('section C, many coders, data missing: .743, of the eleven units with two values and more', () => {
    expect(krippendorffAlpha(coincidences(SECTION_C, 5))).toMatchObject({ n: 11 })
    expect(figure(krippendorffAlpha(coincidences(SECTION_C, 5), nominal))).toBeCloseTo(0.743, 3)
  })

  test('section D, the same by order .815, and as numbers .849', () => {
    const all = coincidences(SECTION_C, 5)
    expect(figure(krippendorffAlpha(all, ordinal))).toBeCloseTo(0.815, 3)
    expect(figure(krippendorffAlpha(all, interval([1, 2, 3, 4, 5])))).toBeCloseTo(0.849, 3)
  })

  test('the same data in Gwet 2014 (irrCAC): agreement .8182, AC1 .77544', () => {
    expect(figure(gwetAc1OfUnits(SECTION_C, 5))).toBeCloseTo(0.77544, 5)
  })
})

describe('sets of labels', () => {
  test('Passonneau 2006: a set in another counts 2/3 of their Jaccard likeness, sets that meet 1/3', () => {
    expect(masiDistance(['a', 'b'], ['b', 'a'])).toBe(0)
    expect(masiDistance(['a', 'b'], ['a', 'b', 'c', 'd'])).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12)
    expect(masiDistance(['a', 'b'], ['b', 'c'])).toBeCloseTo(1 - (1 / 3) * (1 / 3), 12)
    expect(masiDistance(['a'], ['b'])).toBe(1)
    expect(masiDistance([], ['b'])).toBe(1)
    expect(masiDistance([], [])).toBe(0)
  })

  test('alpha of sets of one label each is nominal alpha', () => {
    const singletons = ['a', 'b', 'c', 'd', 'e'].map(label => [label])
    const all = coincidences(SECTION_C, 5)
    const bySets = figure(krippendorffAlpha(all, byDistance(singletons, masiDistance)))
    expect(bySets).toBeCloseTo(figure(krippendorffAlpha(all, nominal)), 12)
  })

  test('alpha with a distance of its own, DKPro’s nine sets and their distances: .252', () => {
    const sets = ['', 'A', 'B', 'AB', 'AC', 'ABC', 'C']
    const pairs = ['-', 'A-', 'A-A', 'A-B', 'AB-A', 'AB-AC', 'ABC-ABC', 'C-AC', 'C-AC']
    const distances = [
      [0, 3, 3, 3, 3, 3, 3],
      [3, 0, 9, 1.5, 1.5, 2, 9],
      [3, 9, 0, 1.5, 9, 2, 9],
      [3, 1.5, 1.5, 0, 4, 1, 9],
      [3, 1.5, 9, 4, 0, 1, 1.5],
      [3, 2, 2, 1, 1, 0, 2],
      [3, 9, 9, 9, 1.5, 2, 0],
    ]
    const units = pairs.map(pair => pair.split('-').map(set => sets.indexOf(set)))
    const alpha = krippendorffAlpha(coincidences(units, 7), () => (a, b) => distances[a]?.[b] ?? 0)
    // DKPro's test allows .001: it divides rounded disagreements.
    expect(Math.abs(figure(alpha) - 0.252)).toBeLessThan(0.001)
  })
})

describe('unitizing, uα of Krippendorff and others 2016', () => {
  /** Each value a segment of one place: what formulas 4 and 5a come to is then nominal alpha. */
  const places = (units: readonly Values[]): Agreement =>
    unitizingAlpha(
      [
        {
          length: units.length,
          annotators: [0, 1].map(annotator =>
            units.map((values, start) => ({ start, end: start + 1, label: `v${values[annotator]}` })),
          ),
        },
      ],
      'labels',
    )

  test('with segments of one place, Krippendorff 2011, sections A and B: .095 and .692', () => {
    expect(figure(places(SECTION_A))).toBeCloseTo(0.095, 3)
    expect(figure(places(SECTION_B))).toBeCloseTo(0.692, 3)
  })

  test('formulas 1, 4 and 5a by hand: ten places, one segment of four and one that begins two later', () => {
    // Coincidences: 2 × 2 marked, 2 × 4 gap, all 20. Chance: (64 - 32) + (144 - 12) of 400 - 44 pairs.
    const continuum = {
      length: 10,
      annotators: [[{ start: 2, end: 6, label: 'claim' }], [{ start: 4, end: 8, label: 'claim' }]],
    }
    const expected = 20 * (1 - (64 - 32 + 144 - 12) / (400 - 44))
    expect(figure(unitizingAlpha([continuum], 'labels'))).toBeCloseTo(1 - 8 / expected, 12)
    expect(figure(unitizingAlpha([continuum], 'boundaries'))).toBeCloseTo(1 - 8 / expected, 12)
  })
})

/** The coincidence matrix of a contingency table. */
function asCoincidences({ size, counts, units }: SquareTable): SquareTable {
  const sums = Array.from(counts, (count, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size]
    return count + (counts[column * size + row] ?? 0)
  })
  return { size, counts: sums, units }
}
