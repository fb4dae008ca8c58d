import { differences } from '#app/adjudication/differences'
import { Refusal } from '#app/failure'
import { type Feedback, feedbackPage } from '#app/formats/feedback/feedback-page'
import type { Annotator } from '#app/model/annotator'
import { share } from '#main/exchange/share'
import type { Watch } from '#main/export/export-corpus'
import { writeWhole } from '#main/export/write-whole'
import { version } from '#main/services/version'
import type { Store } from '#main/store/store'
import { articlesWorkedIn, decidedArticle } from './decided-articles.ts'

/** What is told, and how. */
export interface FeedbackPlan {
  readonly annotator: Annotator
  /** A page of what differs, or an exchange file of their work with the gold layer beside it. */
  readonly as: 'page' | 'exchange-file'
  /** Who sends it. */
  readonly by: Annotator
  readonly path: string
}

export interface FeedbackCounts {
  /** Decided sentences that the annotator has judged. */
  readonly compared: number
  readonly differing: number
}

/** Milliseconds of work between two moments in which others may work, and a cancellation is heard. */
const SLICE = 20

/** Writes what an annotator is told of the decisions. Throws a refusal: `disk`, `cancelled`. */
export async function giveFeedback(
  store: Store,
  { annotator, as, by, path }: FeedbackPlan,
  watch: Watch = {},
): Promise<FeedbackCounts> {
  if (as === 'page') {
    const { compared, differing } = await writeFeedback(store, annotator, path, watch)
    return { compared, differing }
  }
  const { compared, articles } = await differing(store, annotator, watch)
  await share(store, { by, part: { annotator: annotator.id, after: 0, gold: true } }, path, watch)
  return { compared, differing: countOf(articles) }
}

/** Writes a page of what differs between an annotator and the gold layer. Throws a refusal: `disk`, `cancelled`. */
export async function writeFeedback(
  store: Store,
  annotator: Annotator,
  path: string,
  watch: Watch = {},
): Promise<FeedbackCounts & { bytes: number }> {
  const { compared, articles } = await differing(store, annotator, watch)
  const project = store.tables.project.only().name
  const feedback = { annotator, project, codebook: store.codebook(), compared, articles }
  const bytes = await writeWhole(path, feedbackPage(feedback, { at: new Date().toISOString(), version }))
  return { compared, differing: countOf(articles), bytes }
}

type DifferingArticles = Feedback['articles']

const countOf = (articles: DifferingArticles): number =>
  articles.reduce((sum, { differing }) => sum + differing.length, 0)

async function differing(
  store: Store,
  annotator: Annotator,
  watch: Watch,
): Promise<{ compared: number; articles: DifferingArticles }> {
  const codebook = store.codebook()
  const articles: DifferingArticles[number][] = []
  const ids = articlesWorkedIn(store)
  let compared = 0
  let since = performance.now()
  for (const [done, id] of ids.entries()) {
    // Its import may have been undone meanwhile.
    if (!store.tables.article.get(id)) continue
    const whole = decidedArticle(store, id)
    const found = differences(whole, annotator.id, codebook)
    compared += found.compared
    if (found.differing.length > 0) articles.push({ article: whole.article, differing: found.differing })
    if (performance.now() - since < SLICE) continue
    watch.onProgress?.(done, ids.length)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted) throw new Refusal('cancelled', 'The writing was stopped; no file was written.')
    since = performance.now()
  }
  return { compared, articles }
}
