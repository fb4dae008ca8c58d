/** The records of a project as they travel. */
import { type Entry, KINDS } from '#app/exchange/exchange-file'
import { GOLD } from '#app/model/annotator'
import { dealtTo } from '#app/model/collection'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Kind } from '#app/model/record'
import { isPerson, secondReadingOf } from '#app/model/second-reading'
import type { Store } from '#main/store/store'

/** What of a project travels. */
export interface Part {
  /** Only this annotator's annotations and reviews, with those of their second reading (of gold also the decisions), and the articles that they are in; null for all. */
  readonly annotator: AnnotatorId | null
  /** With one annotator's work also the gold layer and the decisions of the articles that they worked in. */
  readonly gold?: boolean
  /** Only what changed after this change; 0 for all. */
  readonly after: number
  /** Changes that need not travel, nor their being undone: what they brought is there already. */
  readonly without?: readonly number[]
  /** Makes it what somebody starts with. */
  readonly start?: Start
}

/** What annotators start with: the articles that were dealt to them, once or twice, and all that is said of the project. */
export interface Start {
  /** Whose articles. */
  readonly of: readonly AnnotatorId[]
  /** Whose layers go along; null for everybody's. */
  readonly layers: readonly AnnotatorId[] | null
}

export const WHOLE: Part = { annotator: null, after: 0 }

/** The records of a project, in the order of the exchange file, one in memory at a time. */
export function* entriesOf(store: Store, part: Part = WHOLE): Generator<Entry> {
  const wanted = part.start
    ? wantedToStart(store, part.start)
    : part.annotator === null
      ? () => true
      : wantedBy(store, part.annotator, part.gold)
  for (const kind of KINDS) {
    for (const id of idsOf(store, kind, part)) {
      const versions = store.versions.of(kind, id)
      const entry: Entry = { kind, id, versions }
      if (versions.length === 0 || !wanted(entry)) continue
      yield kind === 'article' ? { ...entry, text: store.tables.article.text(id as ArticleId) } : entry // ids of articles
    }
  }
}

/** Ids of one kind: those that show, then those that are deleted, each in order. */
function* idsOf({ db, versions }: Store, kind: Kind, { after, without = [] }: Part): Generator<string> {
  if (after === 0) {
    const shown = db.prepare<[string], string>(`${shownOf(kind)} order by 1`).pluck()
    const buried = db
      .prepare<[string], string>('select record from tombstones where kind = ? order by 1')
      .pluck()
    yield* shown.all(kind)
    yield* buried.all(kind)
    return
  }
  const changed = db
    .prepare<[number, string, string], string>(`
      select distinct h.record from history h join changes c on c.seq = h.change
      where h.change > ? and h.kind = ?
        and coalesce(c.reverts, c.seq) not in (select value from json_each(?))
      order by 1`)
    .pluck()
    .all(after, kind, JSON.stringify(without))
  const { shown = [], deleted = [] } = Object.groupBy(changed, id =>
    versions.of(kind, id)[0]?.deleted ? 'deleted' : 'shown',
  )
  yield* shown
  yield* deleted
}

const notBuried = (column: string) =>
  `not exists (select 1 from tombstones t where t.kind = ? and t.record = ${column})`

const DECISION = `article || '/' || start || '-' || "end"`
const MEMBERSHIP = `collection || '/' || article`
const IDENTITY = `annotator || '/' || person`
const REVIEW = `article || '/' || annotator || '/' || start || '-' || "end"`

/** The table of each kind of record, and its id as SQL. */
export const TABLE_OF: Readonly<Record<Kind, { readonly table: string; readonly id: string }>> = {
  project: { table: 'project', id: 'id' },
  annotator: { table: 'annotators', id: 'id' },
  label: { table: 'labels', id: 'id' },
  attribute: { table: 'attributes', id: 'id' },
  edition: { table: 'editions', id: 'id' },
  guideline: { table: 'guidelines', id: 'id' },
  article: { table: 'articles', id: 'id' },
  segmentation: { table: 'segmentations', id: 'article' },
  annotation: { table: 'annotations', id: 'id' },
  review: { table: 'reviews', id: REVIEW },
  decision: { table: 'decisions', id: DECISION },
  collection: { table: 'collections', id: 'id' },
  membership: { table: 'memberships', id: MEMBERSHIP },
  dealing: { table: 'dealings', id: 'id' },
  identity: { table: 'identities', id: IDENTITY },
}

/** How the ids of a kind are found; a record that stands although it was deleted comes among the deleted. */
const shownOf = (kind: Kind): string => {
  const { table, id } = TABLE_OF[kind]
  return `select ${id} from ${table} where ${notBuried(id)}`
}

/** Whether a record belongs to one annotator's work: it is theirs, nobody's, or of an article that they worked in. */
function wantedBy({ db }: Store, annotator: AnnotatorId, gold = false): (entry: Entry) => boolean {
  const layers: readonly string[] = isPerson(annotator)
    ? [annotator, secondReadingOf(annotator)]
    : [annotator]
  const worked = db
    .prepare<[string, string], string>(
      'select article from annotations where annotator = ? union select article from reviews where annotator = ?',
    )
    .pluck()
  const decided = db.prepare<[], string>('select article from decisions').pluck()
  const articles = new Set([
    ...layers.flatMap(id => worked.all(id, id)),
    ...(annotator === GOLD.id ? decided.all() : []),
  ])
  return ({ kind, id, versions }) => {
    switch (kind) {
      case 'article':
      case 'segmentation':
        return articles.has(id)
      case 'annotation':
      case 'review':
        return versions.some(
          ({ record }) =>
            'annotator' in record &&
            (layers.includes(record.annotator) || (gold && isGoldOf(record, articles))),
        )
      case 'decision':
        return (
          annotator === GOLD.id ||
          (gold && versions.some(({ record }) => 'article' in record && articles.has(record.article)))
        )
      case 'membership':
        return versions.some(({ record }) => 'collection' in record && articles.has(record.article))
      default:
        return true
    }
  }
}

const isGoldOf = (record: object, articles: ReadonlySet<string>): boolean =>
  'annotator' in record &&
  record.annotator === GOLD.id &&
  'article' in record &&
  typeof record.article === 'string' &&
  articles.has(record.article)

/** Whether a record belongs to what annotators start with. */
function wantedToStart({ tables }: Store, { of, layers }: Start): (entry: Entry) => boolean {
  const readers = of.flatMap(id => [id, secondReadingOf(id)])
  const articles = new Set<string>(readers.flatMap(id => tables.membership.articlesOf(dealtTo(id, '').id)))
  const may = layers && new Set<string>(layers.flatMap(id => [id, secondReadingOf(id)]))
  const mayGo = (annotator: string) => may === null || may.has(annotator)
  return ({ kind, id, versions }) => {
    switch (kind) {
      case 'article':
      case 'segmentation':
        return articles.has(id)
      case 'annotation':
      case 'review':
        return versions.every(({ record }) =>
          'judgement' in record || 'label' in record
            ? articles.has(record.article) && mayGo(record.annotator)
            : false,
        )
      case 'decision':
        return (
          layers === null &&
          versions.every(({ record }) => 'ground' in record && articles.has(record.article))
        )
      case 'membership':
        return versions.every(({ record }) => 'collection' in record && articles.has(record.article))
      default:
        return true
    }
  }
}
