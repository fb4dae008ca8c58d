/**
 * Intervals by the bootstrap: the figure is computed again and again from as many articles (or sentences) as
 * there are, drawn with replacement, and the middle 95 % of the figures are the interval (Efron and Tibshirani
 * 1993, chapter 13). Counts are added, not units read again, so that large corpora take seconds.
 */
import { type Agreement, type Interval, withInterval } from './agreement.ts'
import { draws } from './random.ts'

/** What each resampling unit adds to the counts. Units that add the same share a row. */
export interface Contributions {
  /** How many counts there are. */
  readonly width: number
  /** For each resampling unit its row. */
  readonly rowOf: Uint32Array
  /** Where each row begins in `cells` and `weights`; one more than there are rows. */
  readonly starts: Uint32Array
  /** Which counts a row adds to, and how much. */
  readonly cells: Uint32Array
  readonly weights: Float64Array
}

/** Computes a figure from the added counts. */
export type Statistic = (counts: Float64Array) => Agreement

export interface BootstrapOptions {
  /** How many times to draw; 1,000 is usual for intervals. */
  readonly samples: number
  /** The same seed gives the same intervals. */
  readonly seed: number
}

export interface Progress {
  readonly done: number
  readonly of: number
}

/** Of the figures between these shares of the samples the interval is made: 95 %. */
const [LOWER, UPPER] = [0.025, 0.975]

/** With fewer samples defined than this share there is no interval: the rest would be a selection. */
const DEFINED = 0.95

/**
 * An interval for each statistic, from the same samples. It yields after each sample, so that a worker can
 * report progress, and stop by asking no further.
 *
 * @returns null for a statistic where there is one resampling unit only, or too many samples give no figure
 */
export function* bootstrap(
  contributions: Contributions,
  statistics: readonly Statistic[],
  { samples, seed }: BootstrapOptions,
): Generator<Progress, (Interval | null)[]> {
  const { rowOf, width, starts } = contributions
  if (rowOf.length < 2) return statistics.map(() => null)
  const draw = draws(seed)
  const figures = statistics.map(() => new Float64Array(samples))
  const defined = statistics.map(() => 0)
  const copies = new Uint32Array(starts.length - 1)
  const counts = new Float64Array(width)
  for (let sample = 0; sample < samples; sample++) {
    copies.fill(0)
    for (let unit = 0; unit < rowOf.length; unit++) {
      const row = rowOf[draw(rowOf.length)] ?? 0
      copies[row] = (copies[row] ?? 0) + 1
    }
    addUp(contributions, copies, counts)
    for (const [index, statistic] of statistics.entries()) {
      const result = statistic(counts)
      if ('undefined' in result) continue
      const place = defined[index] ?? 0
      const into = figures[index]
      if (into) into[place] = result.value
      defined[index] = place + 1
    }
    yield { done: sample + 1, of: samples }
  }
  return figures.map((all, index) => middle(all.subarray(0, defined[index] ?? 0), samples))
}

/** Each statistic of the whole, with its interval. It yields as `bootstrap` does. */
export function* measured(
  contributions: Contributions,
  statistics: readonly Statistic[],
  options: BootstrapOptions,
): Generator<Progress, Agreement[]> {
  const whole = totals(contributions)
  const intervals = yield* bootstrap(contributions, statistics, options)
  return statistics.map((statistic, index) => withInterval(statistic(whole), intervals[index] ?? null))
}

/** The counts of the whole, each resampling unit once. */
export function totals(contributions: Contributions): Float64Array {
  const copies = new Uint32Array(contributions.starts.length - 1)
  for (const row of contributions.rowOf) copies[row] = (copies[row] ?? 0) + 1
  const counts = new Float64Array(contributions.width)
  addUp(contributions, copies, counts)
  return counts
}

/** Runs work that reports progress to its end, where nobody waits for the progress. */
export function finish<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** The progress of a part of the work, as progress of the whole. */
export function* within<Result>(
  work: Generator<Progress, Result>,
  before: number,
  of: number,
): Generator<Progress, Result> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    yield { done: before + step.value.done, of }
  }
}

function addUp({ starts, cells, weights }: Contributions, copies: Uint32Array, counts: Float64Array): void {
  counts.fill(0)
  for (let row = 0; row < copies.length; row++) {
    const times = copies[row] ?? 0
    if (times === 0) continue
    const end = starts[row + 1] ?? 0
    for (let place = starts[row] ?? 0; place < end; place++) {
      const cell = cells[place] ?? 0
      counts[cell] = (counts[cell] ?? 0) + times * (weights[place] ?? 0)
    }
  }
}

function middle(figures: Float64Array, samples: number): Interval | null {
  if (figures.length < 1 || figures.length < samples * DEFINED) return null
  figures.sort()
  return { low: quantile(figures, LOWER), high: quantile(figures, UPPER), samples: figures.length }
}

/** Between the two nearest figures it is interpolated (Hyndman and Fan 1996, definition 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  return below + (above - below) * (place - Math.floor(place))
}
