import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bootstrap, finish, measured, totals } from './bootstrap.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import { draws } from './random.ts'
import { reportTally } from './report-tally.ts'
import { coincidences } from './square-table.ts'
import { contributionsOf, type Tallied } from './tally.ts'

const SIZE = 3
const tally = reportTally(3, SIZE)
const alpha = (counts: Float64Array) => krippendorffAlpha(tally.coincidences(counts))
const units = (values: readonly (number | null)[][], perArticle = 4): Tallied[] =>
  values.map((given, index) => ({ article: `article ${Math.floor(index / perArticle)}`, values: given }))

const value = fc.option(fc.nat(SIZE - 1), { freq: 5 })
const someUnits = fc
  .array(fc.tuple(value, value, value), { minLength: 12, maxLength: 40 })
  .map(all => units(all))
const resampled = fc.constantFrom<'articles' | 'sentences'>('articles', 'sentences')
const intervals = (those: readonly Tallied[], by: 'articles' | 'sentences', seed = 1, samples = 100) =>
  finish(bootstrap(contributionsOf(those, tally, by), [alpha], { samples, seed }))

test('added counts are those of the units, by articles and by sentences', () => {
  fc.assert(
    fc.property(someUnits, resampled, (those, by) => {
      const counted = tally.coincidences(totals(contributionsOf(those, tally, by)))
      const direct = coincidences(
        those.map(unit => unit.values),
        SIZE,
      )
      for (const [cell, count] of Array.from(direct.counts).entries()) {
        expect(counted.counts[cell]).toBeCloseTo(count, 9)
      }
    }),
  )
})

test('the same seed gives the same interval, another seed another', () => {
  const those = units(Array.from({ length: 40 }, (_, index) => [index % 3, (index * 7) % 3, index % 2]))
  expect(intervals(those, 'articles', 1)).toEqual(intervals(those, 'articles', 1))
  expect(intervals(those, 'articles', 1)).not.toEqual(intervals(those, 'articles', 2))
})

test('an interval has its ends in order, and none goes beyond 1', () => {
  fc.assert(
    fc.property(someUnits, resampled, fc.nat(), (those, by, seed) => {
      const [interval] = intervals(those, by, seed)
      if (!interval) return
      expect(interval.low).toBeLessThanOrEqual(interval.high)
      expect(interval.high).toBeLessThanOrEqual(1)
      expect(interval.samples).toBeGreaterThanOrEqual(95)
    }),
    { numRuns: 50 },
  )
})

test('where all agree the interval is 1 to 1', () => {
  const those = units(Array.from({ length: 40 }, (_, index) => [index % 3, index % 3, index % 3]))
  expect(intervals(those, 'articles')).toEqual([{ low: 1, high: 1, samples: 100 }])
})

test('where every article is the same the interval is the figure itself', () => {
  const article = [
    [0, 0, 1],
    [1, 1, 1],
    [2, 0, 2],
    [0, 0, 0],
  ]
  const those = units(Array.from({ length: 10 }, () => article).flat())
  const [result] = finish(
    measured(contributionsOf(those, tally, 'articles'), [alpha], { samples: 50, seed: 3 }),
  )
  if (!result || 'undefined' in result) return expect.fail('there is a figure')
  expect(result.interval?.low).toBeCloseTo(result.value, 12)
  expect(result.interval?.high).toBeCloseTo(result.value, 12)
})

test('more articles give a narrower interval', () => {
  const draw = draws(5)
  const some = (count: number) =>
    units(
      Array.from({ length: count }, () => {
        const truth = draw(3)
        return [0, 1, 2].map(() => (draw(3) === 0 ? draw(3) : truth))
      }),
    )
  const width = (count: number) => {
    const [interval] = intervals(some(count), 'articles', 1, 400)
    return interval ? interval.high - interval.low : expect.fail('there is an interval')
  }
  expect(width(2000)).toBeLessThan(width(100) / 2)
})

test('about 95 of 100 intervals hold the figure of the whole that the articles were drawn from', () => {
  const draw = draws(11)
  const population = Array.from({ length: 4000 }, () => {
    const truth = draw(3)
    return [0, 1, 2].map(() => (draw(3) === 0 ? draw(3) : truth))
  })
  const whole = krippendorffAlpha(coincidences(population, SIZE))
  if ('undefined' in whole) return expect.fail(whole.undefined)
  const holding = Array.from({ length: 200 }, (_, seed) => {
    const drawn = Array.from({ length: 160 }, () => population[draw(population.length)] ?? [])
    const [interval] = intervals(units(drawn), 'articles', seed, 200)
    return interval && interval.low <= whole.value && whole.value <= interval.high
  }).filter(Boolean).length
  expect(holding).toBeGreaterThan(176)
  expect(holding).toBeLessThan(200)
})

test('one article has no interval', () => {
  expect(intervals(units([[0, 0, 1]]), 'articles')).toEqual([null])
})

test('there is no interval where many samples give no figure', () => {
  const nearlyOne = Array.from({ length: 40 }, (_, index) => (index === 0 ? [0, 0, 1] : [0, 0, 0]))
  expect(intervals(units(nearlyOne), 'articles')).toEqual([null])
})

test('the work reports each sample, and stops where nobody asks for the next', () => {
  const those = units(Array.from({ length: 40 }, (_, index) => [index % 3, index % 3, 0]))
  const work = bootstrap(contributionsOf(those, tally, 'articles'), [alpha], { samples: 10, seed: 1 })
  expect(work.next().value).toEqual({ done: 1, of: 10 })
  expect(work.next().value).toEqual({ done: 2, of: 10 })
  expect(work.return([]).done).toBe(true)
})

test('draws are even, below their bound, and the same for the same seed', () => {
  const [draw, again] = [draws(42), draws(42)]
  const counts = [0, 0, 0, 0, 0]
  for (let index = 0; index < 50_000; index++) {
    const drawn = draw(5)
    expect(again(5)).toBe(drawn)
    counts[drawn] = (counts[drawn] ?? 0) + 1
  }
  expect(counts).toHaveLength(5)
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
})
