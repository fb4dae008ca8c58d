/** Agreement in the parts of a corpus: article by article, month by month, week by week. */
import type { ArticleId } from '../model/ids.ts'
import { type Agreement, FEWER_THAN_TWO } from './agreement.ts'
import { type BootstrapOptions, measured, type Progress, within } from './bootstrap.ts'
import { type Difference, krippendorffAlpha } from './krippendorff-alpha.ts'
import { percentAgreement } from './percent-agreement.ts'
import { coincidences, eachCoincidence, type SquareTable } from './square-table.ts'
import { contributionsOf, type Resampled, resampledBy, type Tally } from './tally.ts'
import type { Unit } from './units.ts'

/** One article, month or week, with what was agreed in it. */
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

/** The parts of which least is agreed on first; those without a figure last, those alike in their order. */
export const leastAgreedFirst = <Key>(parts: readonly PartReport<Key>[]): PartReport<Key>[] =>
  parts.toSorted((a, b) => shareOf(a) - shareOf(b))

const shareOf = ({ percent }: PartReport<unknown>): number =>
  'undefined' in percent ? Number.POSITIVE_INFINITY : percent.value

/** How time is told: `2026-11`, or the week of ISO 8601, `2026-W48`. */
export type Period = 'month' | 'week'

export type UnitsOfPart = readonly [part: string, units: readonly Unit[]]

/** The units by the month or week in which they were last judged, in UTC, earliest first. */
export const byPeriod = (units: readonly Unit[], period: Period): UnitsOfPart[] =>
  [...Map.groupBy(units, ({ day }) => (period === 'month' ? day.slice(0, 7) : weekOf(day)))].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  )

/** The week of ISO 8601 that a day is in: weeks begin on Monday, and belong to the year of their Thursday. */
export function weekOf(day: string): string {
  const thursday = new Date(`${day}T00:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** One report for each part, with an interval of its own. */
export function* partReports(
  parts: readonly UnitsOfPart[],
  options: Omit<PartsOf, 'units'>,
): Generator<Progress, PartReport<string>[]> {
  const of = options.samples * parts.length
  const reports: PartReport<string>[] = []
  for (const [index, [part, units]] of parts.entries()) {
    const whole = yield* within(wholeReport({ ...options, units }), index * options.samples, of)
    reports.push({ part, ...whole })
  }
  return reports
}

/** How far all of these units are agreed on, with intervals. */
export function* wholeReport({
  units,
  categories,
  difference,
  resampled,
  ...options
}: PartsOf): Generator<Progress, Omit<PartReport<never>, 'part'>> {
  const tally = coincidenceTally(categories)
  const [percent = FEWER_THAN_TWO, alpha = FEWER_THAN_TWO] = yield* measured(
    contributionsOf(units, tally, resampled ?? resampledBy(units)),
    [
      counts => percentAgreement(tally.table(counts)),
      counts => krippendorffAlpha(tally.table(counts), difference),
    ],
    options,
  )
  return { n: units.length, percent, alpha }
}

/** Counts coincidences, and in the last place the units. */
export function coincidenceTally(size: number): Tally & { table: (counts: Float64Array) => SquareTable } {
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
