import type { Database } from 'better-sqlite3'
import { type Progress, progressOf } from '#app/model/layer'
import type { Range } from '#app/text/range'
import type { segmentationTable } from './tables/segmentations.ts'

/** How far each annotator has come in each article: derived, and kept in step by the write function. */
export function progressKeeper(db: Database, segmentations: ReturnType<typeof segmentationTable>) {
  const annotated = db.prepare<[string, string], Range>(
    'select start, "end" from annotations where article = ? and annotator = ?',
  )
  const read = db.prepare<[string, string], Range>(
    'select start, "end" from reviews where article = ? and annotator = ?',
  )
  const put = db.prepare(
    'insert or replace into progress (article, annotator, tagged, reviewed) values (?, ?, ?, ?)',
  )
  const remove = db.prepare('delete from progress where article = ? and annotator = ?')
  const get = db.prepare<[string, string], Progress>(
    'select tagged, reviewed from progress where article = ? and annotator = ?',
  )
  const annotators = db
    .prepare<[string, string], string>(
      'select annotator from annotations where article = ? union select annotator from reviews where article = ?',
    )
    .pluck()
  return {
    get: (article: string, annotator: string): Progress =>
      get.get(article, annotator) ?? { tagged: 0, reviewed: 0 },
    /** Counts anew. Within the transaction of the change that made it necessary. */
    refresh(article: string, annotator: string): void {
      const sentences = segmentations.get(article)?.sentences ?? []
      const progress = progressOf(sentences, annotated.all(article, annotator), read.all(article, annotator))
      if (progress.reviewed === 0) remove.run(article, annotator)
      else put.run(article, annotator, progress.tagged, progress.reviewed)
    },
    /** Everybody who has annotated or reviewed in an article. */
    annotatorsOf: (article: string): string[] => annotators.all(article, article),
  }
}
