/** What the library shows: the articles of a project with one annotator's progress, a page at a time. */
import type { Database } from 'better-sqlite3'
import type { Article, Metadata } from '#app/model/article'
import type { Codebook } from '#app/model/codebook'
import { BIN } from '#app/model/collection'
import type { AnnotatorId, ArticleId, CollectionId, LabelId } from '#app/model/ids'
import { NO_PROGRESS, type Progress } from '#app/model/layer'
import { type ArticleFilter, type ArticleOrder, type Selection, saysNothing } from '#app/model/library'
import type { Range } from '#app/text/range'
import { BINNED, keysThatFit } from './article-filter.ts'
import { orderer } from './order-articles.ts'
import { successors } from './tables/annotations.ts'
import { ARTICLE_COLUMNS, type ArticleRow as ArticleTableRow, articleOfRow } from './tables/articles.ts'
import { sentencesOfColumn } from './tables/segmentations.ts'

export interface ArticleRow
  extends Progress,
    Pick<Metadata, 'title' | 'source' | 'author' | 'published' | 'language'> {
  readonly id: ArticleId
  /** How many sentences it has. */
  readonly sentences: number
  /** Those that it is in, in no order. */
  readonly collections: readonly CollectionId[]
}

/** A list of articles. */
export interface ListQuery {
  readonly annotator: AnnotatorId
  readonly filter: ArticleFilter
  readonly order: ArticleOrder
  /** The change as of which the list is meant, as a page of it said; null for the list as it is now. */
  readonly asOf?: number | null
}

/** A stretch of one. */
export interface LibraryQuery extends ListQuery {
  readonly offset: number
  readonly limit: number
}

/** A part of the project. */
export interface LibraryPart {
  readonly selection: Selection
  /** Who asks; null for nobody. */
  readonly by: AnnotatorId | null
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

/** A list that was asked for, as the keys of its articles in their order. */
interface List {
  readonly asked: string
  readonly asOf: number
  readonly keys: readonly number[]
}

/** How many lists are remembered: that of the window, and one for what else asks. */
const REMEMBERED = 2

const PROGRESS: readonly (keyof Progress)[] = ['tagged', 'reviewed', 'unjudged', 'flagged']

/** @param lastChange the place of the last change in the project's sequence */
export function libraryOf(db: Database, lastChange: () => number, codebook: () => Codebook) {
  const rows = db.prepare<object, Omit<ArticleRow, 'collections'> & { readonly collections: string | null }>(`
    select a.id, a.title, a.source, a.author, a.published, a.language, s.count as sentences,
      ${PROGRESS.map(column => `coalesce(p.${column}, 0) as ${column}`).join(', ')},
      (select group_concat(m.collection, ' ') from memberships m where m.article = a.id) as collections
    from json_each(@keys) k
    join articles a on a.key = k.value
    join segmentations s on s.article = a.id
    left join progress p on p.article = a.id and p.annotator = @annotator
    order by k.key`)
  const readBySomebody = `exists (select 1 from progress p where p.article = a.id
    and p.reviewed >= s.count and p.annotator in (select value from json_each(@annotators)))`
  // All, less what is in the bin: to ask of each article whether it is there would cost more.
  const articles = db
    .prepare<[], number>(`select (select count(*) from articles) - (select count(*) from (${BINNED}))`)
    .pluck()
  const sums = db.prepare<[string], Progress>(
    `select ${PROGRESS.map(column => `coalesce(sum(${column}), 0) as ${column}`).join(', ')}
    from progress where annotator = ?`,
  )
  const inBinned = `from memberships m cross join articles a on a.id = m.article`
  const binnedSums = db.prepare<[string], Progress>(
    `select ${PROGRESS.map(column => `coalesce(sum(p.${column}), 0) as ${column}`).join(', ')}
    ${inBinned} cross join progress p on p.article = a.id and p.annotator = ? where m.collection = '${BIN.id}'`,
  )
  const sentences = db
    .prepare<[], number>(`
      select (select coalesce(sum(count), 0) from segmentations) - (select coalesce(sum(s.count), 0)
        ${inBinned} cross join segmentations s on s.article = a.id where m.collection = '${BIN.id}')`)
    .pluck()
  const binned = db.prepare<[], number>(BINNED).pluck()
  const idsOf = db
    .prepare<[string], ArticleId>(
      'select a.id from json_each(?) k join articles a on a.key = k.value order by k.key',
    )
    .pluck()
  const keyOf = db.prepare<[string], number>('select key from articles where id = ?').pluck()
  const inBin = db
    .prepare<[string, string], number>('select 1 from memberships where collection = ? and article = ?')
    .pluck()
  const inOrder = orderer(db)
  const walkBy = (order: string) =>
    db
      .prepare<[number, number], number>(
        `select key from articles where key not in (${BINNED}) order by ${order} limit ? offset ?`,
      )
      .pluck()
  const walks = {
    imported: walkBy('key'),
    newest: walkBy('key desc'),
    title: walkBy('title collate nocase, key'),
    published: walkBy('published desc, key desc'),
  }
  const counted = successors(db)
  const lists: List[] = []
  let totals: { readonly asked: string; readonly value: ReturnType<typeof countTotals> } | undefined

  /** The labels whose annotations count as one, itself among them. */
  function countedAs(label: LabelId): LabelId[] {
    return [label, ...[...counted()].flatMap(([one, as]) => (as === label ? [one] : []))]
  }

  const query = (filter: ArticleFilter, by: AnnotatorId | null, binned?: 'let-in') =>
    keysThatFit(filter, { annotator: by ?? '', countedAs, codebook, merged: counted }, binned)

  /** The keys of the articles that fit, in the order of their import. */
  function keysOf(filter: ArticleFilter, by: AnnotatorId | null): number[] {
    const { sql, values } = query(filter, by, 'let-in')
    const found = db
      .prepare<string[], number>(sql)
      .pluck()
      .all(...values)
    const keys = inOrderOfImport(found)
    if (filter.collection === BIN.id) return keys
    const away = new Set(binned.all())
    return away.size === 0 ? keys : keys.filter(key => !away.has(key))
  }

  /** A list as it stands, or, while that is remembered, as it stood. */
  function listOf({ filter, order, annotator, asOf = null }: ListQuery): List {
    const asked = JSON.stringify([filter, order, annotator])
    const now = lastChange()
    const known = lists.find(one => one.asked === asked && (one.asOf === now || one.asOf === asOf))
    if (known) return known
    const list = { asked, asOf: now, keys: inOrder(keysOf(filter, annotator), order, annotator) }
    lists.unshift(list)
    lists.length = Math.min(lists.length, REMEMBERED)
    return list
  }

  /** The keys of a page. Without a filter an index has them in order, and nothing has to be gathered. */
  function pageOf(query: LibraryQuery): { keys: readonly number[]; total: number; asOf: number } {
    const walk = saysNothing(query.filter) && query.order !== 'progress' && walks[query.order]
    if (walk)
      return { keys: walk.all(query.limit, query.offset), total: articles.get() ?? 0, asOf: lastChange() }
    const { keys, asOf } = listOf(query)
    return { keys: keys.slice(query.offset, query.offset + query.limit), total: keys.length, asOf }
  }

  const countTotals = (annotator: string) => ({
    articles: articles.get() ?? 0,
    sentences: sentences.get() ?? 0,
    ...less(sums.get(annotator) ?? NO_PROGRESS, binnedSums.get(annotator) ?? NO_PROGRESS),
  })

  return {
    /** The articles of a part of the project, in the order of their import, with text and sentences. */
    restricted({ selection, by, reviewed, annotators }: LibraryPart) {
      const { sql, values } = selectionQuery(selection, by)
      const named = Object.fromEntries(values.map((value, index) => [`value${index}`, value]))
      const given = { ...named, annotators: JSON.stringify(annotators) }
      let place = 0
      const from = `from articles a join segmentations s on s.article = a.id
        where a.key in (${sql.replaceAll('?', () => `@value${place++}`)}) and ${reviewed ? readBySomebody : 'true'}`
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
    /** The articles that a selection means, in the order of their import. */
    idsOf(selection: Selection, by: AnnotatorId | null): ArticleId[] {
      const { sql, values } = selectionQuery(selection, by)
      return db
        .prepare<string[], ArticleId>(`select id from articles where key in (${sql}) order by key`)
        .pluck()
        .all(...values)
    },
    /** One page of a list, how many articles there are in all of it, and the change as of which it is. */
    page(query: LibraryQuery): { total: number; articles: ArticleRow[]; asOf: number } {
      const { keys, total, asOf } = pageOf(query)
      const found = rows.all({ keys: JSON.stringify(keys), annotator: query.annotator })
      return {
        total,
        articles: found.map(row => ({ ...row, collections: collectionsOf(row.collections) })),
        asOf,
      }
    },
    /** The ids of a stretch of a list. */
    stretch(query: LibraryQuery): ArticleId[] {
      const { keys } = listOf(query)
      return idsOf.all(JSON.stringify(keys.slice(query.offset, query.offset + query.limit)))
    },
    /** The place of an article in a list, from 0; null where it is not listed. */
    placeOf(article: ArticleId, query: ListQuery): number | null {
      const key = keyOf.get(article)
      const place = key === undefined ? -1 : listOf(query).keys.indexOf(key)
      return place < 0 ? null : place
    },
    /** Sums over all articles that are not in the bin. */
    totals(annotator: string): ReturnType<typeof countTotals> {
      const asked = `${lastChange()} ${annotator}`
      if (totals?.asked !== asked) totals = { asked, value: countTotals(annotator) }
      return totals.value
    },
    isBinned: (article: ArticleId): boolean => inBin.get(BIN.id, article) === 1,
  }

  function selectionQuery(selection: Selection, by: AnnotatorId | null) {
    if ('articles' in selection) {
      const chosen = 'select a.key from json_each(?) c join articles a on a.id = c.value'
      return { sql: chosen, values: [JSON.stringify(selection.articles)] }
    }
    const { sql, values } = query(selection.filter, by)
    const excepted = 'select x.key from json_each(?) e join articles x on x.id = e.value'
    return {
      sql: `select key from (${sql}) where key not in (${excepted})`,
      values: [...values, JSON.stringify(selection.except)],
    }
  }
}

/** Sorting here costs less than in SQLite; often they are in order already. */
function inOrderOfImport(keys: number[]): number[] {
  const sorted = keys.every((key, index) => index === 0 || (keys[index - 1] ?? 0) < key)
  return sorted ? keys : Array.from(Float64Array.from(keys).sort())
}

const less = (all: Progress, part: Progress): Progress => ({
  tagged: all.tagged - part.tagged,
  reviewed: all.reviewed - part.reviewed,
  unjudged: all.unjudged - part.unjudged,
  flagged: all.flagged - part.flagged,
})

// Written by the store as ids with blanks between.
const collectionsOf = (column: string | null): CollectionId[] =>
  column === null ? [] : (column.split(' ') as CollectionId[])
