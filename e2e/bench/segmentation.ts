import { segment } from '../../app/text/segmentation/segment.ts'
import { adversaries, generateNews } from '../../app/text/segmentation/test-data/news.ts'

const NEWS = 10_000_000
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

type Segmenter = (text: string) => void

/**
 * Prints how fast sentences are found: MB of UTF-8 a second on 10 million characters of generated news, against
 * Intl.Segmenter and, where it is installed, sentencex, in the same run; then hostile texts against ordinary ones of
 * their size.
 */
export async function benchSegmentation(): Promise<void> {
  const news = generateNews(NEWS)
  const megabytes = new TextEncoder().encode(news).length / 1e6
  const ours = median(() => segment(news, 'en'))
  console.log(
    `segmentation: ${megabytes.toFixed(1)} MB of news in ${ours.toFixed(0)} ms, ${rate(megabytes, ours)}`,
  )

  for (const [name, segmenter] of [
    ['Intl.Segmenter', withIntl],
    ['sentencex', await sentencex()],
  ] as const) {
    if (!segmenter) {
      console.log(`  ${name}: not installed, not compared`)
      continue
    }
    const theirs = median(() => segmenter(news))
    console.log(
      `  ${name}: ${rate(megabytes, theirs)}; ours runs at ${(theirs / ours).toFixed(2)} of its speed`,
    )
  }

  for (const [name, generate] of Object.entries(adversaries)) {
    const hostile = generate(HOSTILE[name] ?? 100_000)
    const ordinary = generateNews(hostile.length)
    const ratio = median(() => segment(hostile, 'en'), 7) / median(() => segment(ordinary, 'en'), 7)
    console.log(`  ${name} (${hostile.length} characters): ${ratio.toFixed(2)} of the time of ordinary text`)
  }
}

const rate = (megabytes: number, milliseconds: number): string =>
  `${((megabytes * 1000) / milliseconds).toFixed(1)} MB/s`

function median(work: () => void, times = 5): number {
  work()
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return taken[times >> 1] ?? 0
}

// The iterator is never spread: on some versions of Node each segment holds a copy of the text.
function withIntl(text: string): void {
  let last = 0
  for (const { index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) last = index
  if (last < 0) throw new Error('a segment before the start of the text')
}

async function sentencex(): Promise<Segmenter | undefined> {
  const name = 'sentencex' // in a variable, so that the compiler does not look for a package that is optional
  try {
    const { segment: split }: { segment: (language: string, text: string) => unknown } = await import(name)
    return text => void split('en', text)
  } catch {
    return undefined
  }
}

if (import.meta.main) await benchSegmentation()
