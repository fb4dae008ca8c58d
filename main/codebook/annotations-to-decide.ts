import { labelsToDecide } from '#app/codebook/counts-as'
import type { AnnotationsToDecide, AnnotationToDecide } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import type { Store } from '#main/store/store'

/** The longest quotation of an annotation, in UTF-16 units. */
const LONGEST = 300

/** An annotator's own annotations whose label was retired and has no successor, by article, a page at a time. */
export function annotationsToDecide(
  store: Store,
  annotator: AnnotatorId,
  page: AnnotationPage,
): AnnotationsToDecide {
  const labels = JSON.stringify(labelsToDecide(store.codebook()))
  if (labels === '[]') return NONE
  const having = 'a.annotator = @annotator and a.label in (select value from json_each(@labels))'
  return annotationsHaving(store, having, { labels, annotator }, page)
}

export const NONE: AnnotationsToDecide = { total: 0, annotations: [] }

export interface AnnotationPage {
  /** The last one of the page before; null for the first page. */
  readonly after: AnnotationToDecide['id'] | null
  readonly limit: number
}

/**
 * Annotations with what they stand on, by article, a page at a time.
 *
 * @param having a condition on annotations `a`. @param values what it binds by name
 */
export function annotationsHaving(
  { db, tables }: Store,
  having: string,
  values: Readonly<Record<string, string>>,
  { after, limit }: AnnotationPage,
): AnnotationsToDecide {
  const total = db
    .prepare<object, number>(`select count(*) from annotations as a where ${having}`)
    .pluck()
    .get(values)
  const rows = db
    .prepare<object, Omit<AnnotationToDecide, 'text'>>(`
      select a.id, a.article, r.title, a.label, a.start, a."end"
      from annotations as a join articles as r on r.id = a.article
      where ${having} and (@after is null or (a.article, a.start, a.id) >
        (select article, start, id from annotations where id = @after))
      order by a.article, a.start, a.id
      limit @limit`)
    .all({ ...values, after, limit })
  const texts = new Map(
    [...new Set(rows.map(one => one.article))].map(id => [id, tables.article.text(id) ?? '']),
  )
  const quote = ({ article, start, end }: (typeof rows)[number]) =>
    texts
      .get(article)
      ?.slice(start, Math.min(end, start + LONGEST))
      .toWellFormed() ?? ''
  return { total: total ?? 0, annotations: rows.map(row => ({ ...row, text: quote(row) })) }
}
