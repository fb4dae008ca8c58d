import { describe, expect, test } from 'vitest'
import { LabelId } from '../model/ids.ts'
import { agreementReport } from './agreement-report.ts'
import { finish } from './bootstrap.ts'
import { confusionCounts, sentencesOfCell } from './confusion-matrix.ts'
import { INTERPRETATION_RULES, interpret, KRIPPENDORFF, LANDIS_KOCH } from './interpretation.ts'
import { byDistance } from './krippendorff-alpha.ts'
import { masiDistance } from './masi-distance.ts'
import { articleId, codebook, coded, labelId } from './test/coded.ts'
import { figure } from './test/tables.ts'
import { type CodedArticle, exclusiveLabelUnits, labelSetUnits } from './units.ts'

const OPTIONS = { samples: 50, seed: 1 }
const reportOf = (...articles: CodedArticle[]) =>
  finish(agreementReport(exclusiveLabelUnits(articles, codebook), OPTIONS))

const TWO = coded(1, ['f f c . p', 'f c c . -'], '2026-10-01T00:00:00.000Z')
const MORE = coded(2, ['f c . .', 'f c c .'], '2026-11-01T00:00:00.000Z')

describe('a report of two annotators', () => {
  const report = reportOf(TWO, MORE)

  test('has one pair, with what both have judged', () => {
    expect(report.pairs).toHaveLength(1)
    const [pair] = report.pairs
    expect(pair).toMatchObject({ first: 0, second: 1, n: 8 })
    expect(figure(pair?.percent ?? expect.fail())).toBeCloseTo(6 / 8, 12)
    // Rows nothing 3, fact 3, claim 2; columns 2, 2, 4.
    expect(figure(pair?.kappa ?? expect.fail())).toBeCloseTo((0.75 - 20 / 64) / (1 - 20 / 64), 12)
  })

  test('has intervals around its figures', () => {
    for (const result of [report.alpha, report.fleiss]) {
      expect(result).toMatchObject({ n: 8, interval: { samples: 50 } })
    }
    expect(report.resampled).toBe('sentences')
  })

  test('tells each label from all others, and leaves out those that nobody gave in a unit', () => {
    expect(report.byCategory.map(one => [one.category, one.given])).toEqual([
      [null, 3],
      ['fact', 3],
      ['claim', 4],
    ])
  })

  test('goes by article, and by the month of the later judgement', () => {
    expect(report.byArticle.map(one => [one.part, one.n])).toEqual([
      [articleId(1), 4],
      [articleId(2), 4],
    ])
    expect(report.byMonth.map(one => [one.part, one.n])).toEqual([
      ['2026-10', 4],
      ['2026-11', 4],
    ])
  })

  test('and by the week of the later judgement', () => {
    expect(report.byWeek.map(one => [one.part, one.n])).toEqual([
      ['2026-W40', 4],
      ['2026-W44', 4],
    ])
  })

  test('names the sentences that divide the two', () => {
    expect(report.divided.map(one => [one.unit.article, one.unit.sentence, one.entropy, one.pairs])).toEqual([
      [articleId(1), 1, 1, 1],
      [articleId(2), 2, 1, 1],
    ])
  })
})

describe('a report of three annotators', () => {
  const report = reportOf(coded(1, ['f f c . p', 'f c c . -', 'c p c - p']))

  test('has three pairs, each of what its two have judged', () => {
    expect(report.pairs.map(({ first, second, n }) => [first, second, n])).toEqual([
      [0, 1, 4],
      [0, 2, 4],
      [1, 2, 3],
    ])
  })

  test('takes alpha of all units, and Fleiss’ kappa of those that all have judged', () => {
    expect(report.alpha).toMatchObject({ n: 5 })
    expect(report.fleiss).toMatchObject({ n: 3 })
  })

  test('puts three different labels above two', () => {
    expect(report.divided.map(one => [one.unit.sentence, one.pairs])).toEqual([
      [1, 3],
      [0, 2],
    ])
  })
})

describe('where there is no figure', () => {
  test('one annotator is too few', () => {
    expect(reportOf(coded(1, ['f c .'])).alpha).toEqual({
      undefined: expect.stringContaining('two annotators'),
    })
  })

  test('nothing in common is said', () => {
    const report = reportOf(coded(1, ['f -', '- f']))
    expect(report.alpha).toEqual({ undefined: expect.stringContaining('two annotators have judged') })
    expect(report.pairs[0]?.kappa).toEqual({ undefined: expect.any(String) })
  })

  test('one label only is said, and the percentage is still there', () => {
    const [pair] = reportOf(coded(1, ['f f f', 'f f f'])).pairs
    expect(pair?.kappa).toEqual({ undefined: expect.stringContaining('Only one value') })
    expect(pair?.percent).toMatchObject({ value: 1, n: 3 })
  })
})

test('sets of labels are measured with their own distance', () => {
  const table = labelSetUnits([coded(1, ['fv . vf c', 'f v fv c'])])
  const difference = byDistance(table.categories, masiDistance)
  const report = finish(agreementReport(table, { ...OPTIONS, difference }))
  const nominal = finish(agreementReport(table, OPTIONS))
  expect(figure(report.alpha)).toBeGreaterThan(figure(nominal.alpha))
})

test('two layers of one person are compared like two people', () => {
  const [first, second] = coded(1, ['f c . f', 'f c . c']).layers
  if (!first || !second) return expect.fail('there are two layers')
  const twice = { ...coded(1, ['f c . f']), layers: [first, second] }
  expect(reportOf(twice).pairs[0]).toMatchObject({ n: 4, percent: { value: 0.75 } })
})

test('a confusion matrix has what the two gave, and leads to the sentences behind each cell', () => {
  const table = exclusiveLabelUnits([TWO, MORE], codebook)
  const { categories, counts } = confusionCounts(table, 0, 1)
  expect(categories).toEqual([null, 'fact', 'claim'])
  expect(counts).toEqual([
    [2, 0, 1],
    [0, 2, 1],
    [0, 0, 2],
  ])
  const behind = (row: LabelId | null, column: LabelId | null) =>
    sentencesOfCell(table, { first: 0, second: 1, row, column }).map(({ article, sentence }) => [
      article,
      sentence,
    ])
  expect(behind(labelId('f'), labelId('c'))).toEqual([[articleId(1), 1]])
  expect(behind(null, labelId('c'))).toEqual([[articleId(2), 2]])
  expect(behind(labelId('f'), LabelId.parse('none-such'))).toEqual([])
})

test('progress ends at its whole', () => {
  const steps = [...agreementReport(exclusiveLabelUnits([TWO, MORE], codebook), OPTIONS)]
  expect(steps.at(-1)).toEqual({ done: 250, of: 250 })
})

describe('words for figures', () => {
  test('are those of the rule', () => {
    expect([-0.1, 0, 0.2, 0.21, 0.5, 0.7, 0.81, 1].map(value => interpret(value, LANDIS_KOCH))).toEqual([
      'poor',
      'slight',
      'slight',
      'fair',
      'moderate',
      'substantial',
      'almost perfect',
      'almost perfect',
    ])
    expect([0.6, 0.667, 0.8].map(value => interpret(value, KRIPPENDORFF))).toEqual([
      'not to be relied upon',
      'for tentative conclusions only',
      'reliable',
    ])
  })

  test('say where they are from, and what they are not', () => {
    for (const rule of INTERPRETATION_RULES) {
      expect(rule.source).toMatch(/\d{4}/)
      expect(rule.caution).not.toBe('')
    }
  })
})
