import { v7 as uuidv7 } from 'uuid'
import type { Article } from '#app/model/article'
import { AnnotationId, AnnotatorId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import type { Range } from '#app/text/range'
import type { Store } from '#main/store/store'
import type { Draft } from './source.ts'

/**
 * A label that a table's row gives to its whole text becomes an annotation of the annotator that the row names, else
 * of the one who imports it. A label that the codebook has not, by id or name, is answered instead.
 */
export function labelOfRow(
  store: Store,
  draft: Draft,
  article: Article,
  sentences: readonly Range[],
): { edits: readonly Edit[]; unknownLabel?: string } {
  const given = draft.label?.trim()
  const [first] = sentences
  const last = sentences.at(-1)
  if (!given || !first || !last) return { edits: [] }
  const label = store.codebook().labels.find(({ id, name }) => same(id, given) || same(name, given))
  if (!label) return { edits: [], unknownLabel: given }
  const name = draft.annotator?.trim()
  const known = name ? store.tables.annotator.named(name)[0]?.id : article.importedBy
  const annotator = known ?? AnnotatorId.parse(uuidv7())
  const id = AnnotationId.parse(uuidv7())
  const after = {
    id,
    article: article.id,
    annotator,
    label: label.id,
    start: first.start,
    end: last.end,
    attributes: {},
    mentions: {},
    note: '',
    created: article.imported,
    updated: article.imported,
  }
  // Becoming known in a project is no step of this import: undone, the annotator is still known.
  if (!known && name) store.introduce(annotator, name)
  return { edits: [{ kind: 'annotation', id, after }] }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
