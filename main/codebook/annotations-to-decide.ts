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
  { db, codebook }: Store,
  annotator: AnnotatorId,
  { after, limit }: { readonly after: AnnotationToDecide['id'] | null; readonly limit: number },
): AnnotationsToDecide {
  const labels = labelsToDecide(codebook())
  if (labels.length === 0) return { total: 0, annotations: [] }
  const given = { labels: JSON.stringify(labels), annotator, after, limit, longest: LONGEST }
  const mine = 'label in (select value from json_each(@labels)) and annotator = @annotator'
  const total = db
    .prepare<object, number>(`select count(*) from annotations where ${mine}`)
    .pluck()
    .get(given)
  const annotations = db
    .prepare<object, AnnotationToDecide>(`
      select a.id, a.article, r.title, a.label, a.start, a."end",
        substr(t.text, a.start + 1, min(a."end" - a.start, @longest)) as text
      from annotations as a
      join articles as r on r.id = a.article
      join texts as t on t.article = a.article
      where ${mine.replaceAll('label', 'a.label').replaceAll('annotator =', 'a.annotator =')}
        and (@after is null or (a.article, a.start, a.id) >
          (select article, start, id from annotations where id = @after))
      order by a.article, a.start, a.id
      limit @limit`)
    .all(given)
  return { total: total ?? 0, annotations }
}
