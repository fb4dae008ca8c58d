/** The project as it was before a change: derived from the history, which has what was before every step. */
import type { Database } from 'better-sqlite3'
import type { Version } from '#app/exchange/version'
import type { Annotation } from '#app/model/annotation'
import type { Article } from '#app/model/article'
import { type Kind, type Records, recordSchemas } from '#app/model/record'
import { type Review, reviewId } from '#app/model/review'
import type { Range } from '#app/text/range'

type Shown = Records[Kind] | null

/** What records showed before a change that were changed by it or since, by kind and id; null for those that were not there. */
export type Earlier = ReadonlyMap<string, Shown>

interface Row {
  readonly kind: Kind
  readonly record: string
  readonly before: string | null
}

/** @param seq the change before which it is asked */
export function earlierRecords(db: Database, seq: number): Earlier {
  const rows = db
    .prepare<[number], Row>(`
      select kind, record, before from (
        select kind, record, before, row_number() over (partition by kind, record order by change, place) as turn
        from history where change >= ? and kind in ('annotation', 'review', 'segmentation', 'article'))
      where turn = 1`)
    .all(seq)
  return new Map(rows.map(({ kind, record, before }) => [`${kind}/${record}`, shownBefore(kind, before)]))
}

/** A merge keeps all versions of a record, the one that showed first; another change the record. */
function shownBefore(kind: Kind, before: string | null): Shown {
  const kept: unknown = before === null ? null : JSON.parse(before)
  if (kept === null) return null
  if (!Array.isArray(kept)) return recordSchemas[kind].parse(kept)
  const [shown] = kept as Version[] // as the merge wrote them
  return shown && !shown.deleted ? shown.record : null
}

/** What is said of an article, as far as it is asked what it was. */
export interface SaidOfArticle {
  readonly article: Pick<Article, 'id'>
  readonly sentences: readonly Range[]
  readonly annotations: readonly Annotation[]
  readonly reviews: readonly Review[]
}

/** Articles as they were before a change. One that was not there is left out. */
export function* asTheyWere<A extends SaidOfArticle>(articles: Iterable<A>, earlier: Earlier): Generator<A> {
  const byArticle = Map.groupBy(earlier.values(), record =>
    record && 'article' in record ? record.article : '',
  )
  for (const one of articles) {
    const { id } = one.article
    if (earlier.get(`article/${id}`) === null) continue
    const segmentation = earlier.get(`segmentation/${id}`)
    const then = byArticle.get(id) ?? []
    yield {
      ...one,
      sentences: segmentation && 'sentences' in segmentation ? segmentation.sentences : one.sentences,
      annotations: [
        ...one.annotations.filter(annotation => !earlier.has(`annotation/${annotation.id}`)),
        ...then.filter((record): record is Annotation => record !== null && 'mentions' in record),
      ],
      reviews: [
        ...one.reviews.filter(review => !earlier.has(`review/${reviewId(review)}`)),
        ...then.filter((record): record is Review => record !== null && 'judgement' in record),
      ],
    }
  }
}
