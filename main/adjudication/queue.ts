import {
  type ArticleToDecide,
  adjudicationCounts,
  mostToDoFirst,
  sumOfCounts,
} from '#app/adjudication/adjudication-counts'
import { sentencesToDecide } from '#app/adjudication/sentences-to-decide'
import type { AdjudicationQueue } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'
import { articlesWorkedIn, decidedArticle } from './decided-articles.ts'

/** Milliseconds of work between two moments in which others may work, and a cancellation is heard. */
const SLICE = 20

/** What is to be decided, and what was, article by article, in the order of their import. */
export async function adjudicationQueue(store: Store, watch: Watch = {}): Promise<ArticleToDecide[]> {
  const codebook = store.codebook()
  const ids = articlesWorkedIn(store)
  const queue: ArticleToDecide[] = []
  let since = performance.now()
  for (const [done, id] of ids.entries()) {
    // Its import may have been undone meanwhile.
    if (!store.tables.article.get(id)) continue
    const article = decidedArticle(store, id)
    const counts = adjudicationCounts(sentencesToDecide(article, codebook))
    queue.push({ article: id, title: article.article.title, ...counts })
    if (performance.now() - since < SLICE) continue
    watch.onProgress?.(done, ids.length)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted) throw new Refusal('cancelled', 'The counting was stopped.')
    since = performance.now()
  }
  return queue
}

/** The same for the window: all counted, and the articles with most to do. */
export async function mostUrgent(store: Store, limit: number, watch: Watch = {}): Promise<AdjudicationQueue> {
  const all = await adjudicationQueue(store, watch)
  return { totals: sumOfCounts(all), count: all.length, articles: mostToDoFirst(all).slice(0, limit) }
}
