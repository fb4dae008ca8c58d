/**
 * Ids are strings that cannot be taken for one another. Those of records are UUIDs; a label's and an
 * attribute's is a short word, so that files made with one codebook mean the same everywhere.
 */
import { z } from 'zod'

const uuid = z.uuid()
const word = z
  .string()
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'letters, digits, - and _ only')

export const ProjectId = uuid.brand<'ProjectId'>()
export const AnnotatorId = uuid.brand<'AnnotatorId'>()
/** Made from the article's text (see `articleId` in article.ts), so that one text has one id everywhere. */
export const ArticleId = uuid.brand<'ArticleId'>()
export const AnnotationId = uuid.brand<'AnnotationId'>()
export const LabelId = word.brand<'LabelId'>()
export const AttributeId = word.brand<'AttributeId'>()
export const EditionId = uuid.brand<'EditionId'>()
/** Of the collection of what was dealt to an annotator, the annotator's own; see collection.ts. */
export const CollectionId = uuid.brand<'CollectionId'>()
export const DealingId = uuid.brand<'DealingId'>()
/** Ties changes together that are undone as one, such as an import of many files. */
export const GroupId = uuid.brand<'GroupId'>()

export type ProjectId = z.infer<typeof ProjectId>
export type AnnotatorId = z.infer<typeof AnnotatorId>
export type ArticleId = z.infer<typeof ArticleId>
export type AnnotationId = z.infer<typeof AnnotationId>
export type LabelId = z.infer<typeof LabelId>
export type AttributeId = z.infer<typeof AttributeId>
export type EditionId = z.infer<typeof EditionId>
export type CollectionId = z.infer<typeof CollectionId>
export type DealingId = z.infer<typeof DealingId>
export type GroupId = z.infer<typeof GroupId>
