import { z } from 'zod'
import { AnnotatorId, ArticleId, CollectionId } from './ids.ts'

/** A set of articles under a name. What is dealt to an annotator is one, and so is the bin. */
export const Collection = z
  .object({
    id: CollectionId,
    name: z.string().trim().min(1).max(200),
    /** Who is to work on its articles; null for a collection that is for nobody in particular. */
    dealtTo: AnnotatorId.nullable(),
  })
  .readonly()

export type Collection = z.infer<typeof Collection>

/** Articles that were thrown away and can be taken out again. Every project has it, without a record. */
export const BIN: Collection = {
  id: CollectionId.parse('00000000-0000-8000-8000-0000000000b1'),
  name: 'Bin',
  dealtTo: null,
}

/** The collection of what is dealt to an annotator: the same one on every machine. */
export const dealtTo = (annotator: AnnotatorId, name: string): Collection => ({
  id: CollectionId.parse(annotator),
  name,
  dealtTo: annotator,
})

/** That an article is in a collection. */
export const Membership = z
  .object({
    collection: CollectionId,
    article: ArticleId,
    /** Who put it there. */
    by: AnnotatorId,
    /** ISO 8601, UTC. */
    at: z.iso.datetime(),
  })
  .readonly()

export type Membership = z.infer<typeof Membership>

/** The id of a membership: what it is about, so that one article put there on two machines is one record. */
export const membershipId = ({ collection, article }: Pick<Membership, 'collection' | 'article'>): string =>
  `${collection}/${article}`
