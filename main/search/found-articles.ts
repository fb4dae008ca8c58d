/** The articles that a query finds, by their keys; those in the bin are left out. */
import type { Database } from 'better-sqlite3'
import { BIN } from '#app/model/collection'
import type { ArticleId } from '#app/model/ids'

/** An article with all that finding hits in it takes. */
export interface FoundArticle {
  readonly key: number
  readonly id: ArticleId
  readonly title: string
  readonly text: string
  /** As of the table `segmentations`. */
  readonly sentences: string
}

/**
 * A word in the title tells more of an article than one in its text. Asked for as a function, SQLite keeps only the best
 * so many; by its column `rank`, FTS5 sorts all that match, which takes a third longer.
 */
const SCORE = 'bm25(article_words, 4.0, 1.0)'

/** The statements, for tests of how SQLite does them. */
export const FOUND = {
  inOrder: `select rowid from article_words where article_words match @match and rowid >= @from
    and rowid not in (select a.key from memberships m join articles a on a.id = m.article where m.collection = @bin)
    order by rowid limit @limit`,
  ranked: `select rowid from article_words where article_words match @match
    and rowid not in (select a.key from memberships m join articles a on a.id = m.article where m.collection = @bin)
    order by ${SCORE}, rowid limit @limit`,
  count: `select count(*) from article_words where article_words match @match
    and rowid not in (select a.key from memberships m join articles a on a.id = m.article where m.collection = @bin)`,
  article: `select a.key, a.id, a.title, t.text, s.sentences from articles a
    join texts t on t.article = a.id join segmentations s on s.article = a.id where a.key = ?`,
} as const

export function foundArticles(db: Database) {
  const inOrder = db.prepare<object, number>(FOUND.inOrder).pluck()
  const ranked = db.prepare<object, number>(FOUND.ranked).pluck()
  const count = db.prepare<object, number>(FOUND.count).pluck()
  const article = db.prepare<[number], FoundArticle>(FOUND.article)
  const bin = BIN.id
  return {
    /** In the order of their import, from a key on. */
    inOrder: (match: string, from: number, limit: number): number[] =>
      inOrder.all({ match, from, limit, bin }),
    /** Best first, by BM25. */
    ranked: (match: string, limit: number): number[] => ranked.all({ match, limit, bin }),
    count: (match: string): number => count.get({ match, bin }) ?? 0,
    /** Undefined where it has gone since it was found. */
    article: (key: number): FoundArticle | undefined => article.get(key),
  }
}

export type FoundArticles = ReturnType<typeof foundArticles>
