import type { Database } from 'better-sqlite3'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import { BINNED_ARTICLES } from './article-filter.ts'

/** Where each annotator was in each article last. No record: it has no history, and is not shared. */
export function positionKeeper(db: Database) {
  const get = db
    .prepare<[string, string], number>('select start from positions where article = ? and annotator = ?')
    .pluck()
  const put = db.prepare(
    'insert or replace into positions (article, annotator, start, at) values (?, ?, ?, ?)',
  )
  const last = db
    .prepare<[string], ArticleId>(
      `select p.article from positions p join articles a on a.id = p.article
      where p.annotator = ? and a.id not in (${BINNED_ARTICLES}) order by p.at desc limit 1`,
    )
    .pluck()
  return {
    /** An offset of the article's text, in UTF-16 units; null where they never were there. */
    get: (article: ArticleId, annotator: AnnotatorId): number | null => get.get(article, annotator) ?? null,
    /** The article in which an annotator was last, of those that are there; null where they were in none. */
    last: (annotator: AnnotatorId): ArticleId | null => last.get(annotator) ?? null,
    /** Does not wait for the disk, where the next change brings it: a power cut may take it, and nothing else. */
    put(article: ArticleId, annotator: AnnotatorId, start: number): void {
      db.pragma('synchronous = normal')
      try {
        put.run(article, annotator, start, new Date().toISOString())
      } finally {
        db.pragma('synchronous = full')
      }
    },
  }
}
