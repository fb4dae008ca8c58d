import type { Database } from 'better-sqlite3'
import type { AnnotatorId, ArticleId } from '#app/model/ids'

/** Where each annotator was in each article last. No record: it has no history, and is not shared. */
export function positionKeeper(db: Database) {
  const get = db
    .prepare<[string, string], number>('select start from positions where article = ? and annotator = ?')
    .pluck()
  const put = db.prepare(
    'insert or replace into positions (article, annotator, start, at) values (?, ?, ?, ?)',
  )
  return {
    /** An offset of the article's text, in UTF-16 units; null where they never were there. */
    get: (article: ArticleId, annotator: AnnotatorId): number | null => get.get(article, annotator) ?? null,
    put(article: ArticleId, annotator: AnnotatorId, start: number): void {
      put.run(article, annotator, start, new Date().toISOString())
    },
  }
}
