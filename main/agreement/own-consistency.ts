/** How far annotators agree with themselves: their first reading against their second. */
import { NOT_TWICE } from '#app/agreement/agreement'
import { type AgreementReport, agreementReport } from '#app/agreement/agreement-report'
import { dividedSentences } from '#app/agreement/divided-sentences'
import { codedArticle, exclusiveLabels, judgedArticle, type Unit } from '#app/agreement/units'
import type { OwnConsistency } from '#app/contract'
import type { AnnotatorId, LabelId } from '#app/model/ids'
import { isPerson, secondReadingOf } from '#app/model/second-reading'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'
import { articlesInCommon, saidOf } from './articles-in-common.ts'
import { computed, pacer } from './pacing.ts'
import type { AgreementPlan } from './study-project.ts'

export interface StudiedConsistency extends OwnConsistency {
  /** The sentences that were judged otherwise, in the order of the articles. */
  readonly sentences: readonly Unit[]
  readonly categories: readonly (LabelId | null)[]
}

/**
 * The consistency of everybody who was dealt a second reading, by name; of an article that they have read twice as it
 * stands now. Throws a refusal: `cancelled`.
 *
 * @param by who asks: what a filter says of progress and flags is said of them; null for nobody
 */
export async function studyConsistency(
  store: Store,
  by: AnnotatorId | null,
  { annotators, selection, samples, seed }: Omit<AgreementPlan, 'before'>,
  watch: Watch = {},
): Promise<StudiedConsistency[]> {
  const everybody = store.tables.annotator.all()
  const readers = everybody.filter(
    ({ id }) =>
      isPerson(id) &&
      (annotators?.includes(id) ?? true) &&
      everybody.some(one => one.id === secondReadingOf(id)),
  )
  if (readers.length === 0) return []
  const among = store.library.idsOf(selection, by)
  const pause = pacer(watch)
  const studied: StudiedConsistency[] = []
  for (const [place, annotator] of readers.entries()) {
    const share = (done: number) => pause((100 * (place + done)) / readers.length)
    const readings = [annotator.id, secondReadingOf(annotator.id)]
    const articles = articlesInCommon(store, readings, among)
    const labels = exclusiveLabels(store.codebook())
    for (const id of articles) {
      for (const said of saidOf(store, id)) labels.add(judgedArticle(codedArticle(said, readings)))
      await share(0)
    }
    const table = { ...labels.table(), coders: readings.length }
    const report = await computed(agreementReport(table, { samples, seed }), ({ done, of }) =>
      share(done / Math.max(of, 1)),
    )
    studied.push({ annotator, articles: articles.length, ...figuresOf(report), ...dividedOf(table) })
  }
  return studied
}

function figuresOf({ n, alpha, resampled, pairs }: AgreementReport<LabelId | null>) {
  const [pair] = pairs
  if (!pair) throw new Error('two readings are no pair')
  if (n === 0) return { n, percent: NOT_TWICE, kappa: NOT_TWICE, alpha: NOT_TWICE, resampled }
  return { n, percent: pair.percent, kappa: pair.kappa, alpha, resampled }
}

function dividedOf({
  units,
  categories,
}: {
  readonly units: readonly Unit[]
  readonly categories: readonly (LabelId | null)[]
}) {
  const sentences = dividedSentences(units, Number.POSITIVE_INFINITY).map(({ unit }) => unit)
  return { sentences, divided: sentences.length, categories }
}
