import { membershipId } from '#app/model/collection'
import type { AnnotatorId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { reviewId } from '#app/model/review'
import type { Store } from '#main/store/store'
import type { EditsOfArticle } from './bulk.ts'

/** Removes an article with a person's own work in it; null where others have worked in it, or something was decided. */
export function removal({ tables }: Store, by: AnnotatorId): EditsOfArticle {
  return article => {
    const annotations = tables.annotation.ofArticle(article)
    const reviews = tables.review.ofArticle(article)
    const others = [...annotations, ...reviews].some(one => one.annotator !== by)
    if (others || tables.decision.ofArticle(article).length > 0) return null
    const memberships = tables.membership.collectionsOf(article)
    const gone = (kind: Edit['kind'], id: string) => ({ kind, id, after: null }) as Edit
    return [
      ...annotations.map(({ id }) => gone('annotation', id)),
      ...reviews.map(one => gone('review', reviewId(one))),
      ...memberships.map(collection => gone('membership', membershipId({ collection, article }))),
      gone('segmentation', article),
      gone('article', article),
    ]
  }
}
