/** All that is said of the agreement on one matter: labels, sets of labels, or the values of an attribute. */
import type { ArticleId } from '../model/ids.ts'
import { type Agreement, FEWER_THAN_TWO } from './agreement.ts'
import {
  type BootstrapOptions,
  measured,
  type Progress,
  type Statistic,
  totals,
  within,
} from './bootstrap.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { type DividedSentence, dividedSentences } from './divided-sentences.ts'
import { fleissKappaOf } from './fleiss-kappa.ts'
import { gwetAc1 } from './gwet-ac1.ts'
import { type Difference, krippendorffAlpha, nominal } from './krippendorff-alpha.ts'
import { articleReports, byPeriod, type PartReport, type PartsOf, partReports } from './part-report.ts'
import { percentAgreement } from './percent-agreement.ts'
import { type Pair, type ReportTally, reportTally } from './report-tally.ts'
import { scottPi } from './scott-pi.ts'
import { categoriesUsed, collapse, type SquareTable } from './square-table.ts'
import { contributionsOf, type Resampled, resampledBy } from './tally.ts'
import type { UnitTable } from './units.ts'

export interface ReportOptions extends BootstrapOptions {
  /** What the bootstrap draws; null for articles, unless there are too few of them (see tally.ts). */
  readonly resampled?: Resampled | null
  /** Of the values, for alpha over all of them; nominal if not said. */
  readonly difference?: Difference
  /** How many of the most divided sentences; 50 if not said. */
  readonly divided?: number
}

export interface PairReport extends Pair {
  /** Sentences that both have judged. */
  readonly n: number
  readonly percent: Agreement
  readonly kappa: Agreement
  readonly pi: Agreement
  readonly ac1: Agreement
}

/** Agreement on one category against all others together, such as one label. */
export interface CategoryReport<Category> {
  readonly category: Category
  /** How many units somebody gave it to. */
  readonly given: number
  readonly alpha: Agreement
}

export interface AgreementReport<Category> {
  /** What the bootstrap drew. */
  readonly resampled: Resampled
  /** Units that at least two coders have judged. */
  readonly n: number
  readonly pairs: readonly PairReport[]
  /** Krippendorff's, of all coders, with the difference asked for. */
  readonly alpha: Agreement
  /** Of the units that all coders have judged. */
  readonly fleiss: Agreement
  /** Those that somebody gave, in their order. */
  readonly byCategory: readonly CategoryReport<Category>[]
  /** In the order of the units; without intervals, for one article is too little. */
  readonly byArticle: readonly PartReport<ArticleId>[]
  /** By the month in which the last of the coders judged the sentence, `2026-11`, in its order. */
  readonly byMonth: readonly PartReport<string>[]
  /** The same by weeks of ISO 8601, `2026-W48`. */
  readonly byWeek: readonly PartReport<string>[]
  readonly divided: readonly DividedSentence[]
}

/** Makes a report. It yields while the bootstrap runs, so that a worker can report progress, or stop. */
export function* agreementReport<Category>(
  table: UnitTable<Category>,
  options: ReportOptions,
): Generator<Progress, AgreementReport<Category>> {
  const { categories, coders, units } = table
  const { difference = nominal, divided = 50, samples } = options
  const resampled = options.resampled ?? resampledBy(units)
  const parts: PartsOf = { ...options, units, difference, categories: categories.length }
  const months = byPeriod(units, 'month')
  const weeks = byPeriod(units, 'week')
  const of = samples * (1 + months.length + weeks.length)

  const tally = reportTally(coders, categories.length)
  const contributions = contributionsOf(units, tally, resampled)
  const given = timesGiven(table)
  const used = categories.flatMap((category, index) =>
    given[index] ? [{ category, index, given: given[index] }] : [],
  )
  const statistics: Statistic[] = [
    counts => krippendorffAlpha(tally.coincidences(counts), difference),
    counts => fleissKappaOf(tally.complete(counts)),
    ...used.map(
      ({ index }): Statistic =>
        counts =>
          krippendorffAlpha(collapse(tally.coincidences(counts), index)),
    ),
    ...pairStatistics(tally, totals(contributions)),
  ]
  const results = yield* within(measured(contributions, statistics, options), 0, of)
  const next = results.map(result => (coders < 2 ? FEWER_THAN_TWO : result)).values()
  const take = (): Agreement => next.next().value ?? FEWER_THAN_TWO

  const [alpha, fleiss] = [take(), take()]
  const byCategory = used.map(one => ({ category: one.category, given: one.given, alpha: take() }))
  const pairs = tally.pairs.map((pair, index) => ({
    ...pair,
    n: tally.contingency(totals(contributions), index).units,
    percent: take(),
    kappa: take(),
    pi: take(),
    ac1: take(),
  }))

  const byMonth = yield* within(partReports(months, parts), samples, of)
  const byWeek = yield* within(partReports(weeks, parts), samples * (1 + months.length), of)
  return {
    resampled,
    n: units.length,
    pairs,
    alpha,
    fleiss,
    byCategory,
    byArticle: articleReports(parts),
    byMonth,
    byWeek,
    divided: dividedSentences(units, divided),
  }
}

/** The four measures of each pair, pair by pair: percent, kappa, pi, AC1. */
function pairStatistics(tally: ReportTally, whole: Float64Array): Statistic[] {
  return tally.pairs.flatMap((_, pair) => {
    // How many categories there are to choose from, for AC1, must not change from sample to sample.
    const choice = categoriesUsed(tally.contingency(whole, pair))
    const measures = [percentAgreement, cohenKappa, scottPi, (one: SquareTable) => gwetAc1(one, choice)]
    return measures.map(
      (measure): Statistic =>
        counts =>
          measure(tally.contingency(counts, pair)),
    )
  })
}

/** For each category, how many units somebody gave it to. */
function timesGiven<Category>({ categories, units }: UnitTable<Category>): number[] {
  const given = categories.map(() => 0)
  for (const { values } of units) {
    for (const value of new Set(values)) if (value !== null) given[value] = (given[value] ?? 0) + 1
  }
  return given
}
