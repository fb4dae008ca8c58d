/** What the library shows: the articles of a project with one annotator's progress, a page at a time. */
import type { Database } from 'better-sqlite3'
import type { Article, Metadata } from '#app/model/article'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import { NO_PROGRESS, type Progress } from '#app/model/layer'
import type { ArticleOrder } from '#app/model/library'
import { filterExpression } from '#app/search/filter-expression'
import type { Range } from '#app/text/range'
import { ARTICLE_COLUMNS, type ArticleRow as ArticleTableRow, articleOfRow } from './tables/articles.ts'
import { sentencesOfColumn } from './tables/segmentations.ts'

export interface ArticleRow extends Progress, Pick<Metadata, 'title' | 'source' | 'published' | 'language'> {
  readonly id: ArticleId
  /** How many sentences it has. */
  readonly sentences: number
}

export interface LibraryQuery {
  readonly annotator: AnnotatorId
  /** Words that all have to occur in title or text, by their beginnings; empty for all articles. */
  readonly filter: string
  readonly order: ArticleOrder
  readonly offset: number
  readonly limit: number
}

/** A part of the project. */
export interface LibraryPart {
  /** As of `LibraryQuery`. */
  readonly filter: string
  /** Only articles whose every sentence one of these annotators has read. */
  readonly reviewed: boolean
  readonly annotators: readonly AnnotatorId[]
}

/** An article with all that is never anybody's own. */
export interface WholeArticle {
  readonly article: Article
  readonly text: string
  readonly sentences: readonly Range[]
}

interface WholeRow extends ArticleTableRow {
  readonly text: string
  readonly sentences: string
}

const PROGRESS: readonly (keyof Progress)[] = ['tagged', 'reviewed', 'unjudged', 'flagged']

const ORDER: Record<ArticleOrder, string> = {
  imported: 'a.key',
  newest: 'a.key desc',
  title: 'a.title collate nocase, a.key',
  published: 'a.published desc, a.key desc',
  progress: 'coalesce(p.reviewed, 0) * 1.0 / max(s.count, 1), a.key',
}

export function libraryOf(db: Database) {
  const matching = 'a.key in (select rowid from article_words where article_words match @match)'
  const rows = (where: string, order: ArticleOrder) =>
    db.prepare<object, ArticleRow>(`
      select a.id, a.title, a.source, a.published, a.language, s.count as sentences,
        ${PROGRESS.map(column => `coalesce(p.${column}, 0) as ${column}`).join(', ')}
      from articles a
      join segmentations s on s.article = a.id
      left join progress p on p.article = a.id and p.annotator = @annotator
      where ${where}
      order by ${ORDER[order]} limit @limit offset @offset`)
  const readBySomebody = `exists (select 1 from progress p where p.article = a.id
    and p.reviewed >= s.count and p.annotator in (select value from json_each(@annotators)))`
  const all = db.prepare<[], number>('select count(*) from articles').pluck()
  const found = db
    .prepare<[string], number>('select count(*) from article_words where article_words match ?')
    .pluck()
  const sums = db.prepare<[string], Progress>(
    `select ${PROGRESS.map(column => `coalesce(sum(${column}), 0) as ${column}`).join(', ')}
    from progress where annotator = ?`,
  )
  const sentences = db.prepare<[], number>('select coalesce(sum(count), 0) from segmentations').pluck()
  return {
    /** The articles of a part of the project, in the order of their import, with text and sentences. */
    restricted({ filter, reviewed, annotators }: LibraryPart) {
      const match = filterExpression(filter)
      const from = `from articles a join segmentations s on s.article = a.id
        where ${match === undefined ? 'true' : matching} and ${reviewed ? readBySomebody : 'true'}`
      const given = { match, annotators: JSON.stringify(annotators) }
      const count = db.prepare<object, number>(`select count(*) ${from}`).pluck()
      const columns = ARTICLE_COLUMNS.map(column => `a.${column}`).join(', ')
      const rows = db.prepare<object, WholeRow>(
        `select ${columns}, t.text, s.sentences ${from.replace('where', 'join texts t on t.article = a.id where')} order by a.key`,
      )
      function* walk(): Generator<WholeArticle> {
        for (const { text, sentences, ...row } of rows.iterate(given))
          yield { article: articleOfRow(row), text, sentences: sentencesOfColumn(sentences) }
      }
      return { count: count.get(given) ?? 0, walk }
    },
    /** One page of articles, and how many there are in all. */
    page(query: LibraryQuery): { total: number; articles: ArticleRow[] } {
      const match = filterExpression(query.filter)
      const total = match === undefined ? (all.get() ?? 0) : (found.get(match) ?? 0)
      const statement = rows(match === undefined ? 'true' : matching, query.order)
      return { total, articles: statement.all({ ...query, match }) }
    },
    /** Sums over all articles. */
    totals: (annotator: string) => ({
      articles: all.get() ?? 0,
      sentences: sentences.get() ?? 0,
      ...(sums.get(annotator) ?? NO_PROGRESS),
    }),
  }
}
