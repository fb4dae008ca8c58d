import { z } from 'zod'
import { AnnotationId, AnnotatorId, ArticleId, AttributeId, LabelId } from './ids.ts'

export const Note = z.string().max(20_000)
export const AttributeValues = z.record(AttributeId, z.string().min(1).max(20_000)).readonly()
export type AttributeValues = z.infer<typeof AttributeValues>

/**
 * One annotator's label on one range of one article, with attributes and a note. The range is a sentence
 * unless the analyst chose a smaller or larger one.
 */
export const Annotation = z
  .object({
    id: AnnotationId,
    article: ArticleId,
    annotator: AnnotatorId,
    label: LabelId,
    /** UTF-16 units of the article's text, half-open. */
    start: z.int().min(0),
    end: z.int().min(1),
    attributes: AttributeValues,
    note: Note,
    /** ISO 8601, UTC; wall-clock time, for people: order is by revision. */
    created: z.iso.datetime(),
    updated: z.iso.datetime(),
  })
  .readonly()
  .refine(one => one.start < one.end, 'an annotation covers at least one unit')

export type Annotation = z.infer<typeof Annotation>
