import type { Database } from 'better-sqlite3'
import type { WalkPlace } from '#app/contract'
import { BIN } from '#app/model/collection'
import type { AnnotatorId, LabelId } from '#app/model/ids'

/** As many annotations are looked at for one page, and as many are on it at most. */
const LOOKED_AT = 4000
const PAGE = 30

/** What is left of a walk. */
export interface Walked {
  readonly ids: readonly WalkPlace['id'][]
  /** From where to go on; null at the end. */
  readonly next: WalkPlace | null
}

/** The SQL of a step of the walk through the annotations with a label: one annotator's, or everybody's. */
export const step = (own: boolean): string => `select label, annotator, article, start, id
  from annotations indexed by annotations_by_label where label = @label
  ${own ? 'and annotator = @by and (article, start, id) > (@article, @start, @id)' : 'and (annotator, article, start, id) > (@annotator, @article, @start, @id)'}
  order by annotator, article, start, id limit @limit`

/**
 * Walks the annotations with these labels, article by article, and takes those that fit and are not in the bin. However few fit, one page costs
 * no more than looking at 4,000.
 */
export function walker(db: Database) {
  const own = db.prepare<object, WalkPlace>(step(true))
  const all = db.prepare<object, WalkPlace>(step(false))
  const isBinned = db
    .prepare<[string, string], number>('select 1 from memberships where collection = ? and article = ?')
    .pluck()

  /** The next ones to be looked at, label after label. */
  function ahead(labels: readonly LabelId[], by: AnnotatorId | null, after: WalkPlace | null): WalkPlace[] {
    const found: WalkPlace[] = []
    const begun = after ? labels.indexOf(after.label) : 0
    for (const label of labels.slice(Math.max(begun, 0))) {
      const limit = LOOKED_AT - found.length
      const place = after?.label === label ? after : { annotator: '', article: '', start: -1, id: '' }
      if (limit > 0) found.push(...(by ? own : all).all({ ...place, label, by, limit }))
    }
    return found
  }

  /** @param by whose; null for everybody's */
  return (
    labels: readonly LabelId[],
    by: AnnotatorId | null,
    after: WalkPlace | null,
    fits: (one: WalkPlace) => boolean,
  ): Walked => {
    const looked = ahead(labels, by, after)
    const ids: WalkPlace['id'][] = []
    let last: WalkPlace | null = null
    for (const one of looked) {
      if (ids.length === PAGE) return { ids, next: last }
      if (fits(one) && isBinned.get(BIN.id, one.article) === undefined) ids.push(one.id)
      last = one
    }
    return { ids, next: looked.length < LOOKED_AT ? null : last }
  }
}
