/**
 * Finds the next sentence of a queue. Which articles have one is told by indices and derived tables; only the sentences
 * and the layer of the article that is found are read.
 */
import type { Database } from 'better-sqlite3'
import type { FlaggedPage, FlaggedSentence } from '#app/contract'
import type { Codebook } from '#app/model/codebook'
import { BIN } from '#app/model/collection'
import type { AnnotationId, AnnotatorId, ArticleId } from '#app/model/ids'
import { beside, type Direction, type Queue, type SentencePlace, sentencesInQueue } from '#app/model/queue'
import { type Incomplete, incompleteIn } from './incomplete.ts'
import { ofPerson } from './persons.ts'
import { successors } from './tables/annotations.ts'
import type { Tables } from './tables/tables.ts'
import { isTouched, touchedSince } from './touched.ts'

/** Where one is in the corpus. */
export interface From {
  readonly article: ArticleId
  /** UTF-16 units of its text. */
  readonly start: number
}

interface Keyed {
  readonly id: ArticleId
  readonly key: number
}

/** So few articles are put into order by themselves; where more have a sentence of a queue, the next is not far. */
const FEW = 500

/** The annotators whose reviews count: one, or all. */
const IN_QUESTION = {
  me: '= @by',
  everybody: 'in (select id from annotators)',
} as const

/** Whether an article is to be read: in a second reading only what was dealt for it. */
function toRead(article: string): string {
  return `(${ofPerson('@by')} or exists (
    select 1 from memberships w where w.collection = @by and w.article = ${article}))`
}

// The index of reviews is of those that are not “read”; SQLite has to be told so to use it.
const said = (judgement: string, annotators: string): string =>
  `r.judgement = '${judgement}' and r.judgement <> 'read' and r.annotator ${annotators}`

const NOT_IN_BIN = `not exists (select 1 from memberships m where m.collection = '${BIN.id}' and m.article = a.id)`

interface Conditions {
  /** A condition on articles `a`. */
  readonly has: string
  /** The ids of all such articles, as a query. */
  readonly candidates: string
}

/**
 * How a queue finds its articles. Bound are `by`, the annotator, and `labels` and `touched`, JSON.
 *
 * @param lacks what incomplete annotations lack
 */
export function conditionsOf(queue: Queue, { lacks }: Pick<Incomplete, 'lacks'>): Conditions {
  switch (queue.kind) {
    case 'unread':
      return {
        has: `exists (select 1 from segmentations s where s.article = a.id and s.count > coalesce(
          (select p.reviewed from progress p where p.article = a.id and p.annotator = @by), 0)) and ${toRead('a.id')}`,
        candidates: `select s.article from segmentations s where s.count > coalesce(
          (select p.reviewed from progress p where p.article = s.article and p.annotator = @by), 0)
          and ${toRead('s.article')}`,
      }
    case 'flagged':
      return ofReviews(said('difficult', IN_QUESTION[queue.by]))
    case 'cannot-judge':
      return ofReviews(said('cannot-judge', IN_QUESTION.me))
    case 'label':
      return ofAnnotations('true')
    case 'to-look-at':
      return ofAnnotations(isTouched('n'))
    case 'incomplete':
      return ofAnnotations(lacks)
  }
}

/** Articles with an annotation `n` of the annotator, with one of the labels, of which a condition holds. */
function ofAnnotations(condition: string): Conditions {
  // The index is named, for SQLite would else make one of its own of all annotations.
  const which = `annotations n indexed by annotations_by_label
    where n.label in (select value from json_each(@labels)) and n.annotator = @by and ${condition}`
  return {
    has: `exists (select 1 from ${which} and n.article = a.id)`,
    candidates: `select distinct n.article from ${which}`,
  }
}

const ofReviews = (condition: string): Conditions => ({
  has: `exists (select 1 from reviews r where ${condition} and r.article = a.id)`,
  candidates: `select distinct r.article from reviews r where ${condition}`,
})

/** The statements of a queue: all its articles, where they may be few, and the next one from a key on. */
export function statementsOf({ has, candidates }: Conditions) {
  const walk = (compared: string, order: string) =>
    `select a.id, a.key from articles a where a.key ${compared} @key and ${has} and ${NOT_IN_BIN}
    order by a.key ${order} limit 1`
  return {
    few: `${candidates} limit ${FEW + 1}`,
    next: walk('>', 'asc'),
    previous: walk('<', 'desc'),
  }
}

export function queuesOf(
  db: Database,
  tables: Pick<Tables, 'annotation' | 'review' | 'segmentation' | 'article' | 'edition'>,
  codebook: () => Codebook,
) {
  const keyOf = db.prepare<[string], number>('select key from articles where id = ?').pluck()
  const inBin = db
    .prepare<[string, string], number>('select 1 from memberships where collection = ? and article = ?')
    .pluck()
  const keysOf = db.prepare<[string], Keyed>(
    `select a.id, a.key from articles a where a.id in (select value from json_each(?)) and ${NOT_IN_BIN}`,
  )

  const merged = successors(db)
  const touchedIn = db
    .prepare<object, AnnotationId>(
      `select n.id from annotations n where n.article = @article and n.annotator = @by and ${isTouched('n')}`,
    )
    .pluck()

  /** What of a layer a queue looks at. */
  function annotationsOf(queue: Queue, article: ArticleId, by: AnnotatorId) {
    const annotations = tables.annotation.ofLayer(article, by)
    if (queue.kind !== 'to-look-at') return annotations
    const touched = new Set(touchedIn.all({ article, by, touched: touchedSince(tables, codebook()) }))
    return annotations.filter(({ id }) => touched.has(id))
  }

  /** The labels that a queue asks for: one with those that count as it, or all. */
  function labelsOf(queue: Queue, incomplete: Incomplete): readonly string[] {
    if (queue.kind === 'label') return tables.annotation.countingAs(queue.label)
    if (queue.kind === 'incomplete') return incomplete.labels
    return queue.kind === 'to-look-at' ? codebook().labels.map(({ id }) => id) : []
  }

  /** The sentences of an article that are in a queue. */
  function sentencesOf(queue: Queue, article: ArticleId, by: AnnotatorId) {
    const sentences = tables.segmentation.get(article)?.sentences ?? []
    const annotations = annotationsOf(queue, article, by)
    const everybody = queue.kind === 'flagged' && queue.by === 'everybody'
    const reviews = everybody ? tables.review.ofArticle(article) : tables.review.ofLayer(article, by)
    return {
      sentences,
      indices: sentencesInQueue(queue, { sentences, annotations, reviews, codebook: codebook() }),
    }
  }

  /** The articles of a queue that come after a key in a direction, then those before it, each once; not the key's own. */
  function* articlesFrom(queue: Queue, key: number | undefined, direction: Direction, by: AnnotatorId) {
    const incomplete = queue.kind === 'incomplete' ? incompleteIn(codebook(), merged()) : COMPLETE
    const touched = queue.kind === 'to-look-at' ? touchedSince(tables, codebook()) : '[]'
    const bound = { by, labels: JSON.stringify(labelsOf(queue, incomplete)), touched }
    const statements = statementsOf(conditionsOf(queue, incomplete))
    const few = db.prepare<object, ArticleId>(statements.few).pluck().all(bound)
    if (few.length <= FEW) {
      yield* inTurn(keysOf.all(JSON.stringify(few)), key, direction)
      return
    }
    const walk = db.prepare<object, Keyed>(statements[direction])
    const first = direction === 'next' ? 0 : Number.MAX_SAFE_INTEGER
    let wrapped = key === undefined
    for (let at = key ?? first; ; ) {
      const found = walk.get({ ...bound, key: at })
      if (found && !(wrapped && isPast(found.key, key, direction))) {
        yield found.id
        at = found.key
      } else if (wrapped) return
      else {
        wrapped = true
        at = first
      }
    }
  }

  /** @returns the sentence of a queue after or before a place, round to the place itself; null where there is none */
  function next(
    queue: Queue,
    from: From | null,
    direction: Direction,
    by: AnnotatorId,
  ): SentencePlace | null {
    const key = from ? keyOf.get(from.article) : undefined
    const here = from && key !== undefined && !inBin.get(BIN.id, from.article) ? from : null
    const placeIn = (article: ArticleId, offset: number | null): SentencePlace | undefined => {
      const { sentences, indices } = sentencesOf(queue, article, by)
      const range = sentences[beside(sentences, indices, offset, direction) ?? -1]
      return range && { article, range }
    }
    const close = here && placeIn(here.article, here.start)
    if (close) return close
    for (const article of articlesFrom(queue, key, direction, by)) {
      const place = placeIn(article, null)
      if (place) return place
    }
    return (here && placeIn(here.article, null)) ?? null
  }

  return { next, flagged: flaggedPages(db, tables) }
}

/** Where nothing is asked about what is missing. */
const COMPLETE: Incomplete = { labels: [], lacks: 'false' }

/** The flagged sentences of the corpus, a page at a time. */
function flaggedPages(db: Database, tables: Pick<Tables, 'article'>) {
  type Row = Omit<FlaggedSentence, 'range' | 'text' | 'annotator'> & {
    readonly start: number
    readonly end: number
    readonly annotator: AnnotatorId
    readonly name: string
  }
  const from = (by: 'me' | 'everybody') => `from reviews r
    join articles a on a.id = r.article join annotators n on n.id = r.annotator
    where ${said('difficult', IN_QUESTION[by])} and ${NOT_IN_BIN}`
  const statements = (by: 'me' | 'everybody') => ({
    count: db.prepare<object, number>(`select count(*) ${from(by)}`).pluck(),
    page: db.prepare<object, Row>(
      `select r.article, a.title, r.start, r."end", r.annotator, n.name, r.at ${from(by)}
      order by a.key, r.start, r.annotator limit @limit offset @offset`,
    ),
  })
  return (
    whose: 'me' | 'everybody',
    by: AnnotatorId,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): FlaggedPage => {
    const { count, page } = statements(whose)
    let last: { readonly article: ArticleId; readonly text: string } | undefined
    const textOf = (article: ArticleId): string => {
      if (last?.article !== article) last = { article, text: tables.article.text(article) ?? '' }
      return last.text
    }
    const sentences = page.all({ by, offset, limit }).map(({ start, end, annotator, name, ...row }) => ({
      ...row,
      range: { start, end },
      text: textOf(row.article).slice(start, end),
      annotator: { id: annotator, name },
    }))
    return { total: count.get({ by }) ?? 0, sentences }
  }
}

/** Those after a key in a direction, the nearest first, then those on the other side of it, as one comes round to them. */
function inTurn(articles: readonly Keyed[], key: number | undefined, direction: Direction): ArticleId[] {
  const sign = direction === 'next' ? 1 : -1
  const sorted = articles.filter(one => one.key !== key).sort((a, b) => sign * (a.key - b.key))
  const after = sorted.findIndex(one => key === undefined || sign * (one.key - key) > 0)
  const turn = after < 0 ? sorted.length : after
  return [...sorted.slice(turn), ...sorted.slice(0, turn)].map(({ id }) => id)
}

/** Whether a key is at another one or beyond it, in a direction. */
const isPast = (found: number, key: number | undefined, direction: Direction): boolean =>
  key !== undefined && (direction === 'next' ? found >= key : found <= key)
