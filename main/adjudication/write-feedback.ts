import { differences } from '#app/adjudication/differences'
import { type Feedback, feedbackPage } from '#app/formats/feedback/feedback-page'
import type { Annotator } from '#app/model/annotator'
import { writeWhole } from '#main/export/write-whole'
import { version } from '#main/services/version'
import type { Store } from '#main/store/store'
import { articlesWorkedIn, decidedArticle } from './decided-articles.ts'

/** Writes a page of what differs between an annotator and the gold layer. Throws a refusal: `disk`. */
export async function writeFeedback(
  store: Store,
  annotator: Annotator,
  path: string,
): Promise<{ compared: number; differing: number; bytes: number }> {
  const codebook = store.codebook()
  const articles: Feedback['articles'][number][] = []
  let [compared, differing] = [0, 0]
  for (const id of articlesWorkedIn(store)) {
    const whole = decidedArticle(store, id)
    const found = differences(whole, annotator.id, codebook)
    compared += found.compared
    differing += found.differing.length
    if (found.differing.length > 0) articles.push({ article: whole.article, differing: found.differing })
  }
  const project = store.tables.project.only().name
  const feedback = { annotator, project, codebook, compared, articles }
  const bytes = await writeWhole(path, feedbackPage(feedback, { at: new Date().toISOString(), version }))
  return { compared, differing, bytes }
}
