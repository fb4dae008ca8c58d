import { labelsToDecide } from '#app/codebook/counts-as'
import type { AnnotationsToDecide, AnnotationToDecide } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import type { Store } from '#main/store/store'

/** The longest quotation of an annotation, in UTF-16 units. */
const LONGEST = 300

/**
 * An annotator's own annotations whose label was retired and has no successor, by article, a page at a time.
 *
 * @param after the last one of the page before; null for the first page
 */
export function annotationsToDecide(
  { db, tables, codebook }: Store,
  annotator: AnnotatorId,
  { after, limit }: { readonly after: AnnotationToDecide['id'] | null; readonly limit: number },
): AnnotationsToDecide {
  const labels = JSON.stringify(labelsToDecide(codebook()))
  if (labels === '[]') return { total: 0, annotations: [] }
  const mine = 'a.annotator = @annotator and a.label in (select value from json_each(@labels))'
  const total = db
    .prepare<object, number>(`select count(*) from annotations as a where ${mine}`)
    .pluck()
    .get({ labels, annotator })
  const rows = db
    .prepare<object, Omit<AnnotationToDecide, 'text'>>(`
      select a.id, a.article, r.title, a.label, a.start, a."end"
      from annotations as a join articles as r on r.id = a.article
      where ${mine} and (@after is null or (a.article, a.start, a.id) >
        (select article, start, id from annotations where id = @after))
      order by a.article, a.start, a.id
      limit @limit`)
    .all({ labels, annotator, after, limit })
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
