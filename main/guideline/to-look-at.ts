/** Annotations that were given under a codebook which said something else of their label or attributes. */
import { touchedBy } from '#app/codebook/touched'
import type { AnnotationsToDecide } from '#app/contract'
import { codebookVersion } from '#app/model/codebook-version'
import type { AnnotationId, AnnotatorId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { type AnnotationPage, annotationsHaving, NONE } from '#main/codebook/annotations-to-decide'
import type { Store } from '#main/store/store'

/**
 * An annotator's own annotations that the codebook's changes touch, by article, a page at a time. One goes from the list
 * when it is given anew, or said to be right as it is. Those of a codebook that no edition says are not known to be touched.
 */
export function annotationsToLookAt(
  store: Store,
  annotator: AnnotatorId,
  page: AnnotationPage,
): AnnotationsToDecide {
  const touched = touchedSince(store)
  if (touched === '[]') return NONE
  const having = `a.annotator = @annotator and exists (
    select 1 from json_each(@touched) t where t.value ->> 'codebook' = a.codebook and (
      exists (select 1 from json_each(t.value -> 'labels') l where l.value = a.label)
      or exists (select 1 from json_each(t.value -> 'attributes') b join json_each(a.attributes) v on v.key = b.value)))`
  return annotationsHaving(store, having, { touched, annotator }, page)
}

/** Which labels and attributes mean something else than in each edition, as JSON. */
function touchedSince({ tables, codebook }: Store): string {
  const now = codebook()
  const current = codebookVersion(now)
  const earlier = new Map(tables.edition.all().map(one => [one.version, one]))
  earlier.delete(current)
  const touched = [...earlier].map(([version, edition]) => ({
    codebook: version,
    ...touchedBy(edition, now),
  }))
  return JSON.stringify(touched.filter(({ labels, attributes }) => labels.length + attributes.length > 0))
}

/** That annotations of an annotator are right as they are, under the codebook as it is now. Those that are gone are passed over. */
export function stillRight(store: Store, annotator: AnnotatorId, ids: readonly AnnotationId[]): Edit[] {
  const codebook = codebookVersion(store.codebook())
  return ids.flatMap((id): Edit[] => {
    const annotation = store.tables.annotation.get(id)
    if (!annotation || annotation.annotator !== annotator) return []
    return [{ kind: 'annotation', id, after: { ...annotation, codebook } }]
  })
}
