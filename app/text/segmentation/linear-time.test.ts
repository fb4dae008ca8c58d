import { expect, test } from 'vitest'
import { segment } from './segment.ts'
import { adversaries, generateNews } from './test-data/news.ts'

const SIZE = 200_000

/** Generous, so that a busy machine does not fail it; what is quadratic exceeds it a hundredfold at this size. */
const MOST = 5

test.each(Object.entries(adversaries))(
  '%s: takes no longer than ordinary text of its size',
  (_, generate) => {
    const hostile = generate(SIZE)
    const ordinary = generateNews(hostile.length)
    segment(ordinary, 'en')
    segment(hostile, 'en')
    const ratios = Array.from({ length: 5 }, () => time(hostile) / time(ordinary)).sort((a, b) => a - b)
    expect(ratios[2]).toBeLessThan(MOST)
  },
)

function time(text: string): number {
  const start = performance.now()
  segment(text, 'en')
  return performance.now() - start
}
