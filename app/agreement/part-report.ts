/** Agreement in the parts of a corpus: article by article, and month by month. */
import type { ArticleId } from '../model/ids.ts'
import { type Agreement, FEWER_THAN_TWO } from './agreement.ts'
import { type BootstrapOptions, measured, type Progress, within } from './bootstrap.ts'
import { type Difference, krippendorffAlpha } from './krippendorff-alpha.ts'
import { percentAgreement } from './percent-agreement.ts'
import { coincidences, eachCoincidence, type SquareTable } from './square-table.ts'
import { contributionsOf, type Resampled, resampledBy, type Tally } from './tally.ts'
import type { Unit } from './units.ts'

/** One article or one month, with what was agreed in it. */
export interface PartReport<Key> {
  readonly part: Key
  readonly n: number
  readonly percent: Agreement
  readonly alpha: Agreement
}

export interface PartsOf extends BootstrapOptions {
  readonly units: readonly Unit[]
  /** How many there are. */
  readonly categories: number
  readonly difference: Difference
  readonly resampled?: Resampled | null
}

/** One report for each article, in the order of the units. */
export const articleReports = ({ units, categories, difference }: PartsOf): PartReport<ArticleId>[] =>
  [...Map.groupBy(units, unit => unit.article)].map(([part, those]) => {
    const values = those.map(unit => unit.values)
    const table = coincidences(values, categories)
    const [percent, alpha] = [percentAgreement(table), krippendorffAlpha(table, difference)]
    return { part, n: those.length, percent, alpha }
  })

export type Month = readonly [month: string, units: readonly Unit[]]

/** The units by the month in which they were last judged, in UTC, earliest first. */
export const monthsOf = (units: readonly Unit[]): Month[] =>
  [...Map.groupBy(units, unit => unit.at.slice(0, 7))].sort(([a], [b]) => (a < b ? -1 : 1))

/** One report for each month, with an interval of its own. */
export function* monthReports(
  months: readonly Month[],
  { categories, difference, resampled, ...options }: PartsOf,
): Generator<Progress, PartReport<string>[]> {
  const tally = coincidenceTally(categories)
  const of = options.samples * months.length
  const reports: PartReport<string>[] = []
  for (const [index, [part, those]] of months.entries()) {
    const work = measured(
      contributionsOf(those, tally, resampled ?? resampledBy(those)),
      [
        counts => percentAgreement(tally.table(counts)),
        counts => krippendorffAlpha(tally.table(counts), difference),
      ],
      options,
    )
    const [percent = FEWER_THAN_TWO, alpha = FEWER_THAN_TWO] = yield* within(
      work,
      index * options.samples,
      of,
    )
    reports.push({ part, n: those.length, percent, alpha })
  }
  return reports
}

/** Counts coincidences, and in the last place the units. */
function coincidenceTally(size: number): Tally & { table: (counts: Float64Array) => SquareTable } {
  const square = size * size
  return {
    width: square + 1,
    add: (values, add) => {
      add(square, 1)
      eachCoincidence(values, size, add)
    },
    table: counts => ({ size, counts: counts.subarray(0, square), units: counts[square] ?? 0 }),
  }
}
