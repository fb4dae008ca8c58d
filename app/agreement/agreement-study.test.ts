import { describe, expect, test } from 'vitest'
import { attribute } from '../model/attribute.ts'
import type { Codebook } from '../model/codebook.ts'
import { AttributeId } from '../model/ids.ts'
import { agreementStudy } from './agreement-study.ts'
import { finish } from './bootstrap.ts'
import { weekOf } from './part-report.ts'
import { annotatorId, codebook, coded, verdict } from './test/coded.ts'
import { figure } from './test/tables.ts'
import type { CodedArticle } from './units.ts'

const OPTIONS = { samples: 40, seed: 1 }
const CODERS = [annotatorId(0), annotatorId(1)]

function reportOf(articles: readonly CodedArticle[], of: Codebook = codebook) {
  const study = agreementStudy(of, CODERS)
  for (const { article, sentences, layers } of articles)
    study.add({
      article: { id: article },
      sentences,
      annotations: layers.flatMap(layer => layer.annotations),
      reviews: layers.flatMap(layer => layer.reviews),
    })
  return finish(study.report(OPTIONS))
}

const TWO = coded(1, ['fv c=true . c=false', 'f c=true v c=true'])

test('labels, sets, attributes and spans are reported together', () => {
  const { labels, sets, attributes, spans } = reportOf([TWO])
  expect(labels).toMatchObject({ n: 4, pairs: [{ n: 4, percent: { value: 1 } }] })
  expect(sets).toMatchObject({ n: 4, percent: { value: 0.5 }, labels: [{ part: 'vivid', n: 4 }] })
  expect(attributes).toMatchObject([
    { attribute: 'verdict', scale: 'nominal', n: 2, percent: { value: 0.5 } },
  ])
  expect(spans.pairs).toMatchObject([{ first: 0, second: 1, exact: { value: 6 / 8, n: 8 } }])
})

test('a codebook without labels beside others has no sets', () => {
  const exclusive = { ...codebook, labels: codebook.labels.filter(label => label.exclusive) }
  expect(reportOf([TWO], exclusive).sets).toBeNull()
})

describe('an attribute', () => {
  const graded = attribute({
    ...verdict,
    choices: ['false', 'partly', 'true'],
    id: AttributeId.parse('verdict'),
    name: 'Verdict',
    position: 0,
  })
  const inOrder = { ...codebook, attributes: [graded] }

  test('of three choices is told by their order too, and for each pair by weighted kappa', () => {
    const near = [coded(1, ['c=false c=partly c=true c=true', 'c=false c=true c=true c=true'])]
    const far = [coded(1, ['c=false c=partly c=true c=false', 'c=false c=partly c=true c=true'])]
    const [one, other] = [near, far].map(articles => reportOf(articles, inOrder).attributes[0])
    expect(one?.percent).toMatchObject({ value: 0.75 })
    expect(figure(one?.ordinal ?? expect.fail())).toBeGreaterThan(figure(other?.ordinal ?? expect.fail()))
    const [pair] = one?.pairs ?? []
    // One step of disagreement; by chance, of the margins 1, 1, 2 and 1, 0, 3, as many as false and true, partly and
    // false, partly and true, true and false make.
    expect(figure(pair?.weighted ?? expect.fail())).toBeCloseTo(
      1 - 1 / ((2 * 3 + 1 * 1 + 1 * 3 + 2 * 2) / 4),
      12,
    )
  })

  test('of two choices has no order', () => {
    expect(reportOf([TWO]).attributes[0]).toMatchObject({ ordinal: null, pairs: [{ weighted: null }] })
  })

  test('of thousands of names is computed without a table of all against all', () => {
    const who = attribute({ id: AttributeId.parse('verdict'), name: 'Who', type: 'name', position: 0 })
    const words = Array.from({ length: 3000 }, (_, index) => `c=n${index}`)
    const article = coded(1, [words.join(' '), words.with(0, 'c=other').join(' ')])
    const { attributes } = reportOf([article], { ...codebook, attributes: [who] })
    expect(attributes[0]).toMatchObject({
      n: 3000,
      percent: { value: 2999 / 3000 },
      ordinal: null,
      pairs: [],
    })
  })

  test('of free words is not compared', () => {
    const why = attribute({ id: AttributeId.parse('why'), name: 'Why', type: 'text', position: 0 })
    expect(reportOf([TWO], { ...codebook, attributes: [why] }).attributes).toEqual([])
  })
})

describe('spans', () => {
  const article = (number: number) => coded(number, ['f . c', number % 2 ? 'f c .' : 'f . c'])

  test('have intervals where there are ten articles to draw', () => {
    const of = (count: number) =>
      reportOf(Array.from({ length: count }, (_, index) => article(index + 1))).spans.pairs[0]?.exact
    expect(of(10)).toMatchObject({ interval: { samples: 40 } })
    expect(of(9)).toMatchObject({ interval: null })
  })

  test('are not compared in articles that somebody has not judged to the end', () => {
    const { spans } = reportOf([coded(1, ['f f', 'f -'])])
    expect(spans.labels).toEqual({ undefined: expect.any(String) })
    expect(spans.pairs[0]?.exact).toEqual({ undefined: expect.any(String) })
  })
})

test('progress comes to its end, and never goes back', () => {
  const study = agreementStudy(codebook, CODERS)
  const steps = [...study.report(OPTIONS)]
  expect(steps.every(({ done, of }, index) => done <= of && done >= (steps[index - 1]?.done ?? 0))).toBe(true)
})

test('a week is that of ISO 8601', () => {
  expect(['2026-01-01', '2027-01-01', '2024-12-30', '2026-11-26'].map(weekOf)).toEqual([
    '2026-W01',
    '2026-W53',
    '2025-W01',
    '2026-W48',
  ])
})
