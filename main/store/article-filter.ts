/**
 * An article filter as SQL. Every condition is a query for the keys of the articles that fulfil it, answered by an
 * index of its own, so that the cost is that of the articles that fit and not of the project.
 */
import type { Codebook } from '#app/model/codebook'
import { BIN } from '#app/model/collection'
import type { LabelId } from '#app/model/ids'
import type { ArticleFilter, ReadingStatus } from '#app/model/library'
import { filterExpression } from '#app/search/filter-expression'
import { incompleteIn } from './incomplete.ts'

/** SQL that selects keys of articles, and the values of its places. */
export interface KeyQuery {
  readonly sql: string
  readonly values: readonly string[]
}

interface Condition extends KeyQuery {
  /** Whether it can say one key several times. */
  readonly repeats?: boolean
}

/** What of the project a filter leans on. */
export interface FilterGround {
  /** Who asks; empty for nobody. */
  readonly annotator: string
  /** The labels whose annotations count as this one, itself among them. */
  readonly countedAs: (label: LabelId) => readonly LabelId[]
  readonly codebook: () => Codebook
  /** What the annotations of merged labels count as. */
  readonly merged: () => ReadonlyMap<LabelId, LabelId>
}

/** The keys of the articles in the bin. */
export const BINNED = `select b.key from memberships m join articles b on b.id = m.article where m.collection = '${BIN.id}'`

/** The ids of the articles in the bin. */
export const BINNED_ARTICLES = `select article from memberships where collection = '${BIN.id}'`

/**
 * The keys of the articles that fit a filter, each once, in no order.
 *
 * @param binned where they are taken out again by the caller, which is cheaper for very many
 */
export function keysThatFit(
  filter: ArticleFilter,
  ground: FilterGround,
  binned: 'left-out' | 'let-in' = 'left-out',
): KeyQuery {
  const [first = EVERY, ...others] = conditionsOf(filter, ground)
  const within = others.map(({ sql }) => `key in (${sql})`)
  const where = [
    ...within,
    ...(binned === 'let-in' || filter.collection === BIN.id ? [] : [`key not in (${BINNED})`]),
  ]
  return {
    sql: `select ${first.repeats ? 'distinct ' : ''}key from (${first.sql})${where.length > 0 ? ` where ${where.join(' and ')}` : ''}`,
    values: [first, ...others].flatMap(one => one.values),
  }
}

/** By the table itself, which has them in order. */
const EVERY: Condition = { sql: 'select key from articles not indexed', values: [] }

/** What a filter says, the rarest first as a rule: SQLite walks the first and looks up the others. */
function conditionsOf(filter: ArticleFilter, ground: FilterGround): Condition[] {
  const { annotator, countedAs } = ground
  const match = filterExpression(filter.words)
  return [
    filter.flagged && {
      sql: 'select key from progress where annotator = ? and flagged > 0',
      values: [annotator],
    },
    filter.disagreed && { sql: 'select key from disputed', values: [] },
    filter.collection !== null && {
      sql: 'select c.key from memberships m join articles c on c.id = m.article where m.collection = ?',
      values: [filter.collection],
    },
    match !== undefined && {
      sql: 'select rowid as key from article_words where article_words match ?',
      values: [match],
    },
    ...Object.entries(filter.attributes).map(([attribute, values]) => ({
      sql: `select v.key from attribute_values v where v.attribute = ? and v.value ${oneOf(values)}`,
      values: [attribute, ...values],
      repeats: true,
    })),
    filter.sources.length > 0 && {
      sql: `select key from articles where source ${oneOf(filter.sources)}`,
      values: filter.sources,
    },
    (filter.from !== '' || filter.to !== '') && publishedBetween(filter.from, filter.to),
    filter.languages.length > 0 && {
      sql: `select key from articles where language ${oneOf(filter.languages)}`,
      values: filter.languages,
    },
    filter.labels.length > 0 && withLabels(filter.labels.flatMap(countedAs)),
    filter.annotators.length > 0 && {
      sql: `select key from progress where annotator ${oneOf(filter.annotators)}`,
      values: filter.annotators,
      repeats: filter.annotators.length > 1,
    },
    filter.status.length > 0 && ofStatus(filter.status, annotator),
    filter.incomplete && withIncomplete(ground),
  ].filter(one => one !== false)
}

const oneOf = (values: readonly unknown[]): string => `in (${values.map(() => '?').join(', ')})`

const withLabels = (labels: readonly LabelId[]): Condition => ({
  sql: `select key from article_labels where label ${oneOf(labels)}`,
  values: labels,
  repeats: labels.length > 1,
})

/** Of the annotations whose labels have a required attribute, each is looked at: the dearest condition, and the last. */
function withIncomplete({ annotator, codebook, merged }: FilterGround): Condition {
  const { labels, lacks } = incompleteIn(codebook(), merged())
  return {
    sql: `select a.key from annotations n indexed by annotations_by_label join articles a on a.id = n.article
      where n.label ${oneOf(labels)} and n.annotator = ? and ${lacks}`,
    values: [...labels, annotator],
    repeats: true,
  }
}

/** Dates are as given, and compared as text: `2026-11-24T08:00` is of 2026-11-24, and of 2026. */
const publishedBetween = (from: string, to: string): KeyQuery => ({
  sql: 'select key from articles where published >= ? and published < ?',
  values: [from || '0', to === '' ? '\u{10ffff}' : `${to}\u{10ffff}`],
})

/**
 * Who has said nothing of an article, or has only flagged in it, has no progress in it, or none to speak of. The keys of
 * the others are taken from those of all, each in order: to look each up among the others takes three times as long.
 */
function ofStatus(status: ArticleFilter['status'], annotator: string): KeyQuery {
  const begun = 'select key from progress where annotator = ? and reviewed > 0'
  const sql: Record<ReadingStatus, string> = {
    unread: `select key from (select key from articles except ${begun})`,
    'in-progress': `${begun} and reviewed < sentences`,
    done: `${begun} and reviewed >= sentences`,
  }
  const parts = [...new Set(status)].map(one => sql[one])
  return { sql: parts.join(' union all '), values: parts.map(() => annotator) }
}
