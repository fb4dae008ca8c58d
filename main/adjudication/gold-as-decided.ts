import { goldPlace } from '#app/adjudication/gold-annotations'
import { GOLD } from '#app/model/annotator'
import { codebookVersion } from '#app/model/codebook-version'
import type { Decision } from '#app/model/decision'
import type { AnnotatorId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { reviewId } from '#app/model/review'
import { overlaps } from '#app/text/range'
import type { Store } from '#main/store/store'
import { occasionNow } from './gold.ts'

/**
 * The edits after which the gold layer says of a sentence what a decision says: annotations with other labels go, those
 * with its labels stay as they are, and a label that is missing comes on the whole sentence.
 */
export function goldAsDecided(
  store: Store,
  by: AnnotatorId,
  decision: Decision,
): Edit<'annotation' | 'review'>[] {
  const { article, start, end, labels } = decision
  const { now, codebook, idOf } = occasionNow(store, by)
  const here = store.tables.annotation.ofLayer(article, GOLD.id).filter(one => overlaps(one, decision))
  const missing = labels.filter(
    label => store.tables.label.get(label) && here.every(one => one.label !== label),
  )
  const review = { article, annotator: GOLD.id, start, end, judgement: 'read', at: now } as const
  const reviewed = store.tables.review
    .ofArticle(article)
    .filter(one => one.annotator === GOLD.id && overlaps(one, decision))
  return [
    ...here
      .filter(one => !labels.includes(one.label))
      .map(({ id }): Edit<'annotation'> => ({ kind: 'annotation', id, after: null })),
    ...missing.map((label): Edit<'annotation'> => {
      const id = idOf([article, GOLD.id, goldPlace({ label, start, end })].join('/'))
      const given = {
        id,
        article,
        annotator: GOLD.id,
        label,
        start,
        end,
        attributes: {},
        mentions: {},
        note: '',
      }
      const after = { ...given, codebook: codebookVersion(codebook), created: now, updated: now }
      return { kind: 'annotation', id, after }
    }),
    // Without a label it needs a word that it was judged; with one it needs none.
    ...reviewed
      .filter(one => labels.length > 0 || reviewId(one) !== reviewId(review))
      .map((one): Edit<'review'> => ({ kind: 'review', id: reviewId(one), after: null })),
    ...(labels.length === 0 && !reviewed.some(one => reviewId(one) === reviewId(review))
      ? [{ kind: 'review', id: reviewId(review), after: review } as const]
      : []),
  ]
}
