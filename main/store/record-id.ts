import type { Edit } from '#app/model/record'
import { reviewId } from '#app/model/review'

/** The id that a record goes by in the store. */
export function idOfRecord({ kind, after }: Pick<Edit, 'kind' | 'after'>): string | undefined {
  if (!after) return undefined
  if ('id' in after) return after.id
  return kind === 'review' && 'at' in after ? reviewId(after) : after.article
}
