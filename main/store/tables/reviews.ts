import type { Database } from 'better-sqlite3'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Review } from '#app/model/review'
import type { Range } from '#app/text/range'
import { plainTable } from './table.ts'

const ID = /^(.+)\/(.+)\/(\d+)-(\d+)$/

/** Sorting few rows here costs less than in SQLite. */
const inOrder = (a: Review, b: Review): number => a.start - b.start || (a.annotator < b.annotator ? -1 : 1)

export function reviewTable(db: Database) {
  const columns = 'article, annotator, start, "end", judgement, at'
  const ofArticle = db.prepare<[string], Review>(`select ${columns} from reviews where article = ?`)
  const ofLayer = db.prepare<[string, string], Review>(
    `select ${columns} from reviews where article = ? and annotator = ? order by start`,
  )
  const near = db.prepare<[string, string, number, number], Review>(
    `select ${columns} from reviews where article = ? and annotator = ? and start < ? and "end" > ? order by start`,
  )
  return {
    ...plainTable<'review', Review>(db, {
      name: 'reviews',
      columns: ['article', 'annotator', 'start', 'end', 'judgement', 'at'],
      key: ['article', 'annotator', 'start', 'end'],
      toRow: review => review,
      fromRow: row => row,
      keyOf(id) {
        const [, article = '', annotator = '', start, end] = ID.exec(id) ?? []
        return { article, annotator, start: Number(start), end: Number(end) }
      },
    }),
    /** Everybody's reviews of an article, in order. */
    ofArticle: (article: ArticleId): Review[] => ofArticle.all(article).sort(inOrder),
    /** One annotator's reviews that overlap a range, in order. */
    overlapping: (article: ArticleId, annotator: AnnotatorId, { start, end }: Range): Review[] =>
      near.all(article, annotator, end, start),
    /** One annotator's reviews of an article, in order. */
    ofLayer: (article: ArticleId, annotator: AnnotatorId): Review[] => ofLayer.all(article, annotator),
  }
}
