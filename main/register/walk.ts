import type { Database } from 'better-sqlite3'
import type { AnnotationId, AnnotatorId, LabelId } from '#app/model/ids'

/** As many annotations are looked at for one page, and as many are on it at most. */
const LOOKED_AT = 4000
const PAGE = 30

/** What is left of a walk. */
export interface Walked {
  readonly ids: readonly AnnotationId[]
  /** From where to go on; null at the end. */
  readonly next: AnnotationId | null
}

/** The SQL of a step of the walk. */
export const step = (own: boolean): string => `select id from annotations
  where label = @label ${own ? 'and annotator = @by' : ''} and id < @before order by id desc limit ${LOOKED_AT}`

/**
 * Walks the annotations with these labels, the latest first, and takes those that fit. However few fit, one page costs no
 * more than looking at 4,000.
 *
 * @param by whose; null for everybody's
 */
export function walker(db: Database) {
  const own = db.prepare<object, AnnotationId>(step(true)).pluck()
  const all = db.prepare<object, AnnotationId>(step(false)).pluck()
  return (
    labels: readonly LabelId[],
    by: AnnotatorId | null,
    before: AnnotationId | null,
    fits: (id: AnnotationId) => boolean,
  ): Walked => {
    const given = { by, before: before ?? 'g' }
    const found = labels.flatMap(label => (by ? own : all).all({ ...given, label }))
    const looked = found.sort((a, b) => (a < b ? 1 : -1)).slice(0, LOOKED_AT)
    const ids: AnnotationId[] = []
    for (const id of looked) {
      if (ids.length === PAGE) return { ids, next: ids.at(-1) ?? null }
      if (fits(id)) ids.push(id)
    }
    return { ids, next: looked.length < LOOKED_AT ? null : (looked.at(-1) ?? null) }
  }
}
