/** How the gold layer is written. */
import { createHash } from 'node:crypto'
import type { Occasion } from '#app/adjudication/decide'
import { GOLD } from '#app/model/annotator'
import { uuidOfDigest } from '#app/model/article'
import { AnnotationId, type AnnotatorId, type GroupId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import type { Store } from '#main/store/store'
import type { Written } from '#main/store/write'

/** One who decides now. */
export const occasionNow = (store: Store, by: AnnotatorId): Omit<Occasion, 'article'> => ({
  by,
  now: new Date().toISOString(),
  codebook: store.codebook(),
  idOf: text => AnnotationId.parse(uuidOfDigest(createHash('sha256').update(text).digest('hex'))),
})

/** Writes what was decided; the project learns of the gold layer when it is first written. */
export const writeGold = (
  store: Store,
  by: AnnotatorId,
  edits: readonly Edit[],
  group?: GroupId,
): Written | undefined =>
  store.together(() => {
    store.introduce(GOLD.id, GOLD.name)
    return store.write({ by, action: 'adjudicate', edits, ...(group ? { group } : {}) })
  })
