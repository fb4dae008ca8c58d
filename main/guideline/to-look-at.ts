/** Annotations that were given under a codebook which said something else of their label or attributes. */
import type { AnnotationsToDecide } from '#app/contract'
import { codebookVersion } from '#app/model/codebook-version'
import type { AnnotationId, AnnotatorId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { type AnnotationPage, annotationsHaving, NONE } from '#main/codebook/annotations-to-decide'
import type { Store } from '#main/store/store'
import { isTouched, touchedSince } from '#main/store/touched'

/**
 * An annotator's own annotations that the codebook's changes touch, by article, a page at a time. One goes from the list
 * when it is given anew, or said to be right as it is.
 */
export function annotationsToLookAt(
  store: Store,
  annotator: AnnotatorId,
  page: AnnotationPage,
): AnnotationsToDecide {
  const touched = touchedSince(store.tables, store.codebook())
  if (touched === '[]') return NONE
  const having = `a.annotator = @annotator and ${isTouched('a')}`
  return annotationsHaving(store, having, { touched, annotator }, page)
}

/**
 * That annotations of an annotator are right as they are, under the codebook as it is now. Those that are gone, and those
 * that nothing touched, are passed over.
 */
export function stillRight(store: Store, annotator: AnnotatorId, ids: readonly AnnotationId[]): Edit[] {
  const codebook = codebookVersion(store.codebook())
  const touched = store.db
    .prepare<object, AnnotationId>(
      `select a.id from annotations a where a.id in (select value from json_each(@ids)) and ${isTouched('a')}`,
    )
    .pluck()
    .all({ ids: JSON.stringify(ids), touched: touchedSince(store.tables, store.codebook()) })
  return touched.flatMap((id): Edit[] => {
    const annotation = store.tables.annotation.get(id)
    if (!annotation || annotation.annotator !== annotator) return []
    return [{ kind: 'annotation', id, after: { ...annotation, codebook } }]
  })
}
