/** All that is said of the agreement in a corpus, of articles that are given one by one. */
import type { Codebook } from '../model/codebook.ts'
import type { AnnotatorId, LabelId } from '../model/ids.ts'
import type { Agreement } from './agreement.ts'
import { type AgreementReport, agreementReport } from './agreement-report.ts'
import { type AttributeReport, attributeReport } from './attribute-report.ts'
import { attributeValues, scaleOf } from './attribute-units.ts'
import type { BootstrapOptions, Progress } from './bootstrap.ts'
import { byDistance, nominal } from './krippendorff-alpha.ts'
import { masiDistance } from './masi-distance.ts'
import { type PartReport, wholeReport } from './part-report.ts'
import { type SpanReport, spanCollector } from './span-report.ts'
import {
  type Codable,
  codedArticle,
  exclusiveLabels,
  judgedArticle,
  labelSets,
  oneLabel,
  type UnitCollector,
  type UnitTable,
} from './units.ts'

export interface WholeReport {
  /** Of the labels that exclude one another. */
  readonly labels: AgreementReport<LabelId | null>
  /** Of those that stand beside others; null where the codebook has none. */
  readonly sets: SetsReport | null
  /** Of each attribute whose values can be compared, in the order of the codebook. */
  readonly attributes: readonly AttributeReport[]
  readonly spans: SpanReport
}

export interface SetsReport {
  readonly n: number
  /** Of all labels of a sentence together: equal or not. */
  readonly percent: Agreement
  /** Krippendorff's, with the distance MASI. */
  readonly alpha: Agreement
  /** Each label that excludes nothing, by itself: given to a sentence or not. */
  readonly labels: readonly PartReport<LabelId>[]
}

export interface AgreementStudy {
  /** Takes what the coders have said of an article. */
  add(article: Codable): void
  /** The units of the exclusive labels, for what is asked of single sentences. */
  labels(): UnitTable<LabelId | null>
  /** Computes. It yields while the bootstraps run, so that a thread can report progress, do other work, or stop. */
  report(options: BootstrapOptions): Generator<Progress, WholeReport>
}

/** @param coders in the order that all reports have */
export function agreementStudy(codebook: Codebook, coders: readonly AnnotatorId[]): AgreementStudy {
  const exclusive = exclusiveLabels(codebook)
  const beside = codebook.labels.filter(label => !label.exclusive && label.successor === null)
  const sets = labelSets()
  const single = beside.map(label => ({ label: label.id, collector: oneLabel(label.id) }))
  const attributes = codebook.attributes.flatMap(attribute => {
    const scale = scaleOf(attribute)
    return scale ? [{ attribute, scale, collector: attributeValues(attribute) }] : []
  })
  const spans = spanCollector(coders.length)
  const collectors = [
    exclusive,
    ...attributes.map(({ collector }) => collector),
    ...(beside.length > 0 ? [sets, ...single.map(({ collector }) => collector)] : []),
    spans,
  ]

  /** Whoever has said nothing in any article is one of the coders all the same. */
  const tableOf = <Category>(collector: UnitCollector<Category>): UnitTable<Category> => ({
    ...collector.table(),
    coders: coders.length,
  })

  function* setsReport(options: BootstrapOptions): Generator<Progress, SetsReport> {
    const { units, categories } = sets.table()
    const difference = byDistance(categories, masiDistance)
    const whole = yield* wholeReport({ ...options, units, difference, categories: categories.length })
    const labels: PartReport<LabelId>[] = []
    for (const { label, collector } of single) {
      const { units } = collector.table()
      labels.push({
        part: label,
        ...(yield* wholeReport({ ...options, units, difference: nominal, categories: 2 })),
      })
    }
    return { ...whole, labels }
  }

  return {
    add(article) {
      const judged = judgedArticle(codedArticle(article, coders))
      for (const collector of collectors) collector.add(judged)
    },
    labels: () => tableOf(exclusive),
    *report(options) {
      const table = tableOf(exclusive)
      const parts = 2 + attributes.length + (beside.length > 0 ? 1 : 0)
      let done = 0
      const next = <R>(work: Generator<Progress, R>) => shareOf(work, done++, parts)
      const labels = yield* next(agreementReport(table, options))
      const setsOrNone = beside.length > 0 ? yield* next(setsReport(options)) : null
      const ofAttributes: AttributeReport[] = []
      for (const { attribute, scale, collector } of attributes)
        ofAttributes.push(yield* next(attributeReport(attribute, scale, tableOf(collector), options)))
      return { labels, sets: setsOrNone, attributes: ofAttributes, spans: yield* next(spans.report(options)) }
    },
  }
}

/** The progress of one part of several, in hundredths of a part. */
function* shareOf<Result>(
  work: Generator<Progress, Result>,
  part: number,
  parts: number,
): Generator<Progress, Result> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    const { done, of } = step.value
    yield { done: Math.floor((part + done / Math.max(of, 1)) * 100), of: parts * 100 }
  }
}
