import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Span, spanF1 } from './span-f1.ts'
import { figure } from './test/tables.ts'
import { unitizingAlpha } from './unitizing-alpha.ts'

const span = (start: number, end: number, label = 'claim'): Span => ({ start, end, label })
const span_ = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }), fc.constantFrom('claim', 'pledge'))
  .map(([start, length, label]) => span(start, start + length, label))
const spans = fc.array(span_, { maxLength: 8 })

describe('F1 of spans', () => {
  test('exact counts the same range with the same label', () => {
    const first = [span(0, 5), span(10, 15), span(20, 25)]
    const second = [span(0, 5), span(10, 16), span(20, 25, 'pledge')]
    expect(spanF1([[first, second]], 'exact')).toMatchObject({ value: 1 / 3, n: 6 })
  })

  test('by overlap counts any unit in common, with the same label', () => {
    const first = [span(0, 5), span(10, 15), span(20, 25)]
    const second = [span(0, 5), span(14, 16), span(25, 30)]
    expect(figure(spanF1([[first, second]], 'overlap'))).toBeCloseTo(2 / 3, 12)
  })

  test('a span that is there twice has to be found twice', () => {
    expect(figure(spanF1([[[span(0, 5), span(0, 5)], [span(0, 5)]]], 'exact'))).toBeCloseTo(2 / 3, 12)
  })

  test('is the same from both sides, from 0 to 1, and exact is never above overlap', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        if (a.length + b.length === 0) return
        const [exact, overlap] = [figure(spanF1([[a, b]], 'exact')), figure(spanF1([[a, b]], 'overlap'))]
        expect(figure(spanF1([[b, a]], 'exact'))).toBeCloseTo(exact, 12)
        expect(figure(spanF1([[b, a]], 'overlap'))).toBeCloseTo(overlap, 12)
        expect(exact).toBeLessThanOrEqual(overlap + 1e-12)
        expect(overlap).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('of nothing is no figure; of something against nothing is 0', () => {
    expect(spanF1([[[], []]], 'exact')).toEqual({ undefined: expect.any(String) })
    expect(figure(spanF1([[[span(0, 5)], []]], 'exact'))).toBe(0)
  })
})

describe('uα', () => {
  /** Segments that do not overlap, from lengths of gaps and of segments. */
  const segments = fc
    .array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 6 }), fc.constantFrom('claim', 'pledge')), {
      maxLength: 4,
    })
    .map(parts => {
      let end = 0
      return parts.map(([gap, length, label]) => {
        const start = end + gap
        end = start + length
        return span(start, end, label)
      })
    })

  test('is 1 where all mark the same', () => {
    fc.assert(
      fc.property(segments, marked => {
        if (marked.length === 0) return
        const continuum = { length: 60, annotators: [marked, marked, marked] }
        expect(figure(unitizingAlpha([continuum], 'labels'))).toBeCloseTo(1, 9)
        expect(figure(unitizingAlpha([continuum], 'boundaries'))).toBeCloseTo(1, 9)
      }),
    )
  })

  test('does not change with the order of annotators and of articles, nor with the names of labels', () => {
    const renamed = (all: readonly Span[]) => all.map(one => ({ ...one, label: `new ${one.label}` }))
    fc.assert(
      fc.property(segments, segments, segments, (a, b, c) => {
        const value = unitizingAlpha([article(a, b, c), article(b, b)], 'labels')
        expect(unitizingAlpha([article(b, b), article(c, a, b)], 'labels')).toEqual(close(value))
        const names = [article(renamed(a), renamed(b), renamed(c)), article(renamed(b), renamed(b))]
        expect(unitizingAlpha(names, 'labels')).toEqual(close(value))
      }),
    )
  })

  test('for boundaries is the same whatever the labels are', () => {
    fc.assert(
      fc.property(segments, segments, (a, b) => {
        const plain = (all: readonly Span[]) => all.map(one => ({ ...one, label: 'claim' }))
        const value = unitizingAlpha([article(a, b)], 'boundaries')
        expect(unitizingAlpha([article(plain(a), plain(b))], 'boundaries')).toEqual(close(value))
      }),
    )
  })

  test('is lower for segments that lie apart than for those that overlap', () => {
    const [apart, overlapping] = [article([span(0, 5)], [span(20, 25)]), article([span(0, 5)], [span(2, 7)])]
    expect(figure(unitizingAlpha([apart], 'labels'))).toBeLessThan(
      figure(unitizingAlpha([overlapping], 'labels')),
    )
  })

  test('of articles that nobody has marked is no figure', () => {
    expect(unitizingAlpha([article([], [])], 'labels')).toEqual({ undefined: expect.any(String) })
    expect(unitizingAlpha([], 'labels')).toEqual({ undefined: expect.any(String) })
  })

  const article = (...annotators: Span[][]) => ({ length: 60, annotators })
  const close = (result: ReturnType<typeof unitizingAlpha>) =>
    'undefined' in result ? result : { ...result, value: expect.closeTo(result.value, 9) }
})
