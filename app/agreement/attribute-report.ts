/** Agreement on the values of an attribute. */
import type { Attribute } from '../model/attribute.ts'
import type { AttributeId } from '../model/ids.ts'
import type { Agreement } from './agreement.ts'
import { differenceOf, type Scale } from './attribute-units.ts'
import { type BootstrapOptions, measured, type Progress, type Statistic } from './bootstrap.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { krippendorffAlpha, ordinal } from './krippendorff-alpha.ts'
import { coincidenceTally } from './part-report.ts'
import { percentAgreement } from './percent-agreement.ts'
import { type Pair, type ReportTally, reportTally } from './report-tally.ts'
import { contributionsOf, type Resampled, resampledBy, type Tally } from './tally.ts'
import type { UnitTable } from './units.ts'
import { intervalTally, nominalTally } from './value-tally.ts'
import { linear, weightedKappa } from './weighted-kappa.ts'

export interface AttributeReport {
  readonly attribute: AttributeId
  readonly scale: Scale
  readonly resampled: Resampled
  readonly n: number
  readonly percent: Agreement
  /** Krippendorff's, by the scale. */
  readonly alpha: Agreement
  /** The same taking the choices by their order; null where they are no choices, or fewer than three. */
  readonly ordinal: Agreement | null
  /** Of choices and yes-no; empty for values of other types. */
  readonly pairs: readonly AttributePairReport[]
}

export interface AttributePairReport extends Pair {
  readonly kappa: Agreement
  /** Cohen's, by steps in the order of the choices; null where `ordinal` is. */
  readonly weighted: Agreement | null
}

/** With fewer choices there is no order that would tell more than equal or not. */
const FEWEST_IN_ORDER = 3

/** It yields while the bootstrap runs. */
export function* attributeReport(
  attribute: Attribute,
  scale: Scale,
  table: UnitTable<string>,
  options: BootstrapOptions,
): Generator<Progress, AttributeReport> {
  const { units } = table
  const resampled = resampledBy(units)
  const { tally, pairs, inOrder, statistics } = measuresOf(attribute, scale, table)
  const results = yield* measured(contributionsOf(units, tally, resampled), statistics, options)
  const next = results.values()
  const take = (): Agreement => {
    const { value } = next.next()
    if (!value) throw new Error('each statistic has a result')
    return value
  }
  return {
    attribute: attribute.id,
    ...{ scale, resampled, n: units.length },
    percent: take(),
    alpha: take(),
    ordinal: inOrder ? take() : null,
    pairs: pairs.map(pair => ({ ...pair, kappa: take(), weighted: inOrder ? take() : null })),
  }
}

interface Measures {
  readonly tally: Tally
  readonly pairs: readonly Pair[]
  readonly inOrder: boolean
  /** Percent, alpha, alpha by the order, then for each pair kappa and weighted kappa; those by an order only if there is one. */
  readonly statistics: readonly Statistic[]
}

function measuresOf(
  { type, choices }: Attribute,
  scale: Scale,
  { coders, categories }: UnitTable<string>,
): Measures {
  if (type === 'choice' || type === 'yes-no') {
    const tally = reportTally(coders, categories.length)
    const inOrder = type === 'choice' && choices.length >= FEWEST_IN_ORDER
    return { tally, pairs: tally.pairs, inOrder, statistics: choiceStatistics(tally, inOrder) }
  }
  if (scale === 'sets') {
    const tally = coincidenceTally(categories.length)
    const difference = differenceOf(scale, categories)
    const statistics: Statistic[] = [
      counts => percentAgreement(tally.table(counts)),
      counts => krippendorffAlpha(tally.table(counts), difference),
    ]
    return { tally, pairs: [], inOrder: false, statistics }
  }
  const tally = scale === 'interval' ? intervalTally(categories.map(Number)) : nominalTally(categories.length)
  return { tally, pairs: [], inOrder: false, statistics: [tally.percent, tally.alpha] }
}

function choiceStatistics(tally: ReportTally, inOrder: boolean): Statistic[] {
  return [
    counts => percentAgreement(tally.coincidences(counts)),
    counts => krippendorffAlpha(tally.coincidences(counts)),
    ...(inOrder ? [(counts: Float64Array) => krippendorffAlpha(tally.coincidences(counts), ordinal)] : []),
    ...tally.pairs.flatMap((_, pair): Statistic[] => [
      counts => cohenKappa(tally.contingency(counts, pair)),
      ...(inOrder ? [(counts: Float64Array) => weightedKappa(tally.contingency(counts, pair), linear)] : []),
    ]),
  ]
}
