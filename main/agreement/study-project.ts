import { type AgreementStudy, agreementStudy, type WholeReport } from '#app/agreement/agreement-study'
import type { Progress } from '#app/agreement/bootstrap'
import { Refusal } from '#app/failure'
import { type Annotator, GOLD } from '#app/model/annotator'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Selection } from '#app/model/library'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'

export interface AgreementPlan {
  /** Who is compared; null for all who have reviewed anything. The gold layer is nobody. */
  readonly annotators: readonly AnnotatorId[] | null
  /** The articles that count. */
  readonly selection: Selection
  /** Of the bootstrap. */
  readonly samples: number
  readonly seed: number
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

/** Milliseconds of work between two moments in which others may work, and a cancellation is heard. */
const SLICE = 20

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
  { annotators, selection, samples, seed }: AgreementPlan,
  watch: Watch = {},
): Promise<StudiedProject> {
  const coders = store.tables.annotator
    .all()
    .filter(one => (annotators ? annotators.includes(one.id) : isCoder(store, one)))
  const ids = coders.map(({ id }) => id)
  const study = agreementStudy(store.codebook(), ids)
  const pace = pacer(watch)

  const articles = articlesInCommon(store, ids, store.library.idsOf(selection, by))
  for (const [index, id] of articles.entries()) {
    const sentences = store.tables.segmentation.get(id)?.sentences
    // Its import may have been undone meanwhile.
    if (sentences)
      study.add({
        article: { id },
        sentences,
        annotations: store.tables.annotation.ofArticle(id),
        reviews: store.tables.review.ofArticle(id),
      })
    await pace(READING * ((index + 1) / articles.length))
  }
  const report = await computed(study.report({ samples, seed }), ({ done, of }) =>
    pace(READING + (100 - READING) * (done / of)),
  )
  return { ...report, coders, articles: articles.length, units: study.labels() }
}

const isCoder = ({ library }: Store, { id }: Annotator): boolean =>
  id !== GOLD.id && library.totals(id).reviewed > 0

/** Those of the articles in which two of these people have reviewed something: in the others there is nothing to compare. */
function articlesInCommon(
  { db }: Store,
  annotators: readonly AnnotatorId[],
  among: readonly ArticleId[],
): ArticleId[] {
  const common = db
    .prepare<[string], ArticleId>(`
      select article from progress
      where reviewed > 0 and annotator in (select value from json_each(?))
      group by article having count(*) > 1`)
    .pluck()
    .all(JSON.stringify(annotators))
  const shared = new Set(common)
  return among.filter(id => shared.has(id))
}

/** Lets others work between slices of the work, tells how far it has come, in hundredths, and hears a cancellation. */
function pacer(watch: Watch): (done: number) => Promise<void> {
  let since = performance.now()
  return async done => {
    if (performance.now() - since < SLICE) return
    watch.onProgress?.(Math.floor(done), 100)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted) throw new Refusal('cancelled', 'The computing was stopped.')
    since = performance.now()
  }
}

async function computed<R>(
  work: Generator<Progress, R>,
  onStep: (progress: Progress) => Promise<void>,
): Promise<R> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await onStep(step.value)
  }
}
