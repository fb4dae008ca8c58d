import { segment } from '#app/text/segmentation/segment'
import { adversaries, generateNews } from '../../app/text/segmentation/test-data/news.ts'
import type { Bench, Figure } from './bench.ts'
import { median, timed } from './measure.ts'

/** UTF-16 units of the news, of which each takes about one byte. */
const NEWS = 10_000_000
/** Milliseconds for 10 MB at 8 MB/s. */
const SLOWEST = 1250
const HOSTILE: Readonly<Record<string, number>> = {
  'no stop': 1_000_000,
  'dots only': 100_000,
  'opening quotes only': 100_000,
  'straight quotes only': 100_000,
  'opening brackets only': 100_000,
  'one line': 5_000_000,
  'one word': 1_000_000,
  'line breaks only': 100_000,
}

/**
 * Segmentation of 10 MB of generated news, against the rate that is the bar and against other segmenters; and of
 * hostile texts, against ordinary ones of the same length.
 */
export const segmentation: Bench = {
  name: 'segmentation',
  async run() {
    const news = generateNews(NEWS)
    const value = time(() => segment(news, 'en'))
    const figures: Figure[] = [
      { name: 'segmentation of 10 MB of news (8 MB/s)', value, unit: 'ms', bar: SLOWEST },
      { name: 'the same, against Intl.Segmenter', value, against: time(() => withIntl(news)), unit: 'ms' },
    ]
    const sentencex = await loadSentencex()
    if (sentencex) {
      // At least 40 % of its speed is at most 2.5 times its time.
      figures.push({
        name: 'the same, against sentencex',
        value,
        against: time(() => sentencex(news)),
        unit: 'ms',
        bar: 2.5,
      })
    }
    const hostile = Object.entries(adversaries).map(([name, generate]): Figure => {
      const text = generate(HOSTILE[name] ?? 100_000)
      const ordinary = generateNews(text.length)
      const against = time(() => segment(ordinary, 'en'), 7)
      return {
        name: `segmentation, hostile: ${name}`,
        value: time(() => segment(text, 'en'), 7),
        against,
        unit: 'ms',
        bar: 2,
      }
    })
    return [...figures, ...hostile]
  },
}

/** Median of so many runs, after one that warms up. */
function time(work: () => unknown, runs = 3): number {
  work()
  return median(Array.from({ length: runs }, () => timed(() => void work())))
}

// The iterator is never spread: on some versions of Node each segment holds a copy of the text.
function withIntl(text: string): void {
  let last = 0
  for (const { index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) last = index
  if (last < 0) throw new Error('a segment before the start of the text')
}

/**
 * A peer in native code; undefined where it is not installed. It is no dependency, for it does not come for every
 * platform: `npm install --no-save sentencex` puts it here for a comparison.
 */
async function loadSentencex(): Promise<((text: string) => unknown) | undefined> {
  try {
    const { segment: split } = await import('sentencex')
    return text => split('en', text)
  } catch {
    return undefined
  }
}
