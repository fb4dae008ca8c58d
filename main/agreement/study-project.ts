import { type AgreementStudy, agreementStudy, type WholeReport } from '#app/agreement/agreement-study'
import type { Annotator } from '#app/model/annotator'
import type { AnnotatorId } from '#app/model/ids'
import type { Selection } from '#app/model/library'
import { isPerson } from '#app/model/second-reading'
import type { Watch } from '#main/export/export-corpus'
import { asTheyWere, earlierRecords } from '#main/store/as-of'
import type { Store } from '#main/store/store'
import { articlesInCommon, isInCommon, saidOf } from './articles-in-common.ts'
import { computed, pacer } from './pacing.ts'

export interface AgreementPlan {
  /** Who is compared; null for all who have reviewed anything. The gold layer is nobody. */
  readonly annotators: readonly AnnotatorId[] | null
  /** The articles that count. */
  readonly selection: Selection
  /** Of the bootstrap. */
  readonly samples: number
  readonly seed: number
  /** As all was before this change; undefined for as it is. */
  readonly before?: number | undefined
}

/** What a project's agreement came to. */
export interface StudiedProject extends WholeReport {
  /** Who was compared, in the order of all figures. */
  readonly coders: readonly Annotator[]
  /** In how many articles two of them or more have reviewed something. */
  readonly articles: number
  /** What single sentences are asked of. */
  readonly units: ReturnType<AgreementStudy['labels']>
}

/** Of the progress, in hundredths, as much is reading; the rest is computing. */
const READING = 50

/**
 * How far annotators agree in a project, article by article as each stands when it is read. Throws a refusal:
 * `cancelled`.
 *
 * @param by who asks: what a filter says of progress and flags is said of them; null for nobody
 */
export async function studyProject(
  store: Store,
  by: AnnotatorId | null,
  { annotators, selection, samples, seed, before }: AgreementPlan,
  watch: Watch = {},
): Promise<StudiedProject> {
  const coders = store.tables.annotator
    .all()
    .filter(one => (annotators ? annotators.includes(one.id) : isCoder(store, one)))
  const ids = coders.map(({ id }) => id)
  const study = agreementStudy(store.codebook(), ids)
  const pace = pacer(watch)

  const earlier = before === undefined ? undefined : earlierRecords(store.db, before)
  const among = store.library.idsOf(selection, by)
  const chosen = earlier ? among : articlesInCommon(store, ids, among)
  let articles = 0
  for (const [index, id] of chosen.entries()) {
    const now = saidOf(store, id)
    for (const said of earlier ? asTheyWere(now, earlier) : now) {
      if (earlier && !isInCommon(said, ids)) continue
      study.add(said)
      articles++
    }
    await pace(READING * ((index + 1) / chosen.length))
  }
  const report = await computed(study.report({ samples, seed }), ({ done, of }) =>
    pace(READING + (100 - READING) * (done / of)),
  )
  return { ...report, coders, articles, units: study.labels() }
}

const isCoder = ({ library }: Store, { id }: Annotator): boolean =>
  isPerson(id) && library.totals(id).reviewed > 0
