import { membershipId } from '#app/model/collection'
import { decisionId } from '#app/model/decision'
import { identityId } from '#app/model/identity'
import type { Edit } from '#app/model/record'
import { reviewId } from '#app/model/review'

/** The id that a record goes by in the store. */
export function idOfRecord({ after }: Pick<Edit, 'kind' | 'after'>): string | undefined {
  if (!after) return undefined
  if ('id' in after) return after.id
  if ('judgement' in after) return reviewId(after)
  if ('person' in after) return identityId(after)
  if ('collection' in after) return membershipId(after)
  return 'ground' in after ? decisionId(after) : after.article
}
