import { Refusal } from '#app/failure'
import { AnnotationId, type AnnotatorId, type AttributeId, type GroupId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'

export interface RenamedValue {
  readonly attribute: AttributeId
  readonly from: string
  readonly to: string
  /** Ties the changes together, to be undone as one. */
  readonly group: GroupId
}

/** As many annotations are changed in one transaction; between two of them others may write, and a cancellation is heard. */
const SLICE = 200

/**
 * Gives another spelling to a value in all annotations of one annotator. What was changed before a cancellation (a
 * refusal, `cancelled`) stays, and is undone as one.
 *
 * @returns how many annotations were changed
 */
export async function renameValue(
  store: Store,
  by: AnnotatorId,
  { attribute, from, to, group }: RenamedValue,
  watch: Watch = {},
): Promise<number> {
  if (from === to)
    throw new Refusal('invalid-input', 'The name is spelled so already. Write another spelling.')
  if (store.tables.attribute.get(attribute)?.type !== 'name')
    throw new Refusal('invalid-input', 'Only names are renamed. Choose an attribute of type name.')
  const total = store.db
    .prepare<object, number>(`select count(*) from attribute_values
      where attribute = @attribute and value = @from and annotator = @by`)
    .pluck()
    .get({ attribute, from, by })
  const next = store.db
    .prepare<object, string>(`select annotation from attribute_values
      where attribute = @attribute and value = @from and annotator = @by limit ${SLICE}`)
    .pluck()
  let done = 0
  for (;;) {
    const ids = next.all({ attribute, from, by }).map(id => AnnotationId.parse(id))
    if (ids.length === 0) return done
    const edits = ids.flatMap(id => renamed(store, id, attribute, to))
    store.write({ by, action: 'rename-value', edits, group })
    done += ids.length
    watch.onProgress?.(done, total ?? done)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted)
      throw new Refusal('cancelled', 'The renaming was stopped. Undo takes back what was renamed so far.')
  }
}

function renamed(store: Store, id: AnnotationId, attribute: AttributeId, to: string): Edit[] {
  const annotation = store.tables.annotation.get(id)
  if (!annotation) return []
  const attributes = { ...annotation.attributes, [attribute]: to }
  const updated = new Date().toISOString()
  return [{ kind: 'annotation', id, after: { ...annotation, attributes, updated } }]
}
