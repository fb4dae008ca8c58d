import type { Database } from 'better-sqlite3'
import { NO_PROGRESS, type Progress, progressOf } from '#app/model/layer'
import type { Review } from '#app/model/review'
import type { Range } from '#app/text/range'
import type { segmentationTable } from './tables/segmentations.ts'

/** How far each annotator has come in each article: derived, and kept in step by the write function. */
export function progressKeeper(db: Database, segmentations: ReturnType<typeof segmentationTable>) {
  const annotated = db.prepare<[string, string], Range>(
    'select start, "end" from annotations where article = ? and annotator = ?',
  )
  const said = db.prepare<[string, string], Pick<Review, 'start' | 'end' | 'judgement'>>(
    'select start, "end", judgement from reviews where article = ? and annotator = ?',
  )
  const put = db.prepare(
    `insert or replace into main.progress (article, annotator, tagged, reviewed, unjudged, flagged, sentences, key)
    select id, ?, ?, ?, ?, ?, ?, key from articles where id = ?`,
  )
  const remove = db.prepare('delete from main.progress where article = ? and annotator = ?')
  const get = db.prepare<[string, string], Progress>(
    'select tagged, reviewed, unjudged, flagged from progress where article = ? and annotator = ?',
  )
  const annotators = db
    .prepare<[string, string], string>(
      'select annotator from annotations where article = ? union select annotator from reviews where article = ?',
    )
    .pluck()
  return {
    get: (article: string, annotator: string): Progress => get.get(article, annotator) ?? NO_PROGRESS,
    /** Counts anew. Within the transaction of the change that made it necessary. */
    refresh(article: string, annotator: string): void {
      const sentences = segmentations.get(article)?.sentences ?? []
      const progress = progressOf(sentences, annotated.all(article, annotator), said.all(article, annotator))
      if (progress.reviewed + progress.flagged === 0) remove.run(article, annotator)
      else {
        const { tagged, reviewed, unjudged, flagged } = progress
        put.run(annotator, tagged, reviewed, unjudged, flagged, sentences.length, article)
      }
    },
    /** Everybody who has annotated or reviewed in an article. */
    annotatorsOf: (article: string): string[] => annotators.all(article, article),
  }
}
