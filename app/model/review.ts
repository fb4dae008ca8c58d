import { z } from 'zod'
import type { Range } from '../text/range.ts'
import { AnnotatorId, ArticleId } from './ids.ts'

/**
 * What an annotator says of a sentence: that it has been read and that is all, that it cannot be judged, or that it is
 * difficult and to be come back to, which does not count as read.
 */
export const Judgement = z.enum(['read', 'cannot-judge', 'difficult'])
export type Judgement = z.infer<typeof Judgement>

/** An annotator's word that a sentence has been read: without a label it is then a decision, not a gap. */
export const Review = z
  .object({
    article: ArticleId,
    annotator: AnnotatorId,
    /** The sentence as it stood; UTF-16 units, half-open. */
    start: z.int().min(0),
    end: z.int().min(1),
    judgement: Judgement.default('read'),
    /** ISO 8601, UTC. */
    at: z.iso.datetime(),
  })
  .readonly()
  .refine(one => one.start < one.end, 'a review covers at least one unit')

export type Review = z.infer<typeof Review>

/** Whether a word about a sentence says that it is done with. */
export const isFinal = ({ judgement }: Pick<Review, 'judgement'>): boolean => judgement !== 'difficult'

/** The id of a review: what it is about, so that one word given twice, or on two machines, is one record. */
export const reviewId = (review: Pick<Review, 'article' | 'annotator'> & Range): string =>
  `${review.article}/${review.annotator}/${review.start}-${review.end}`
