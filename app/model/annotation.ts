import { z } from 'zod'
import type { Range } from '../text/range.ts'
import { AnnotationId, AnnotatorId, ArticleId, AttributeId, LabelId } from './ids.ts'

export const Note = z.string().max(20_000)
export const AttributeValues = z.record(AttributeId, z.string().min(1).max(20_000)).readonly()
export type AttributeValues = z.infer<typeof AttributeValues>

const Place = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .readonly()
  .refine(place => place.start < place.end, 'a place covers at least one unit')

/** Where in the article the value of an attribute stands, such as the speaker that another sentence names. */
export const Mentions = z.record(AttributeId, Place).readonly()
export type Mentions = Readonly<Record<string, Range>>

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
    /** Of its attributes; UTF-16 units. */
    mentions: Mentions.default({}),
    note: Note,
    /** The codebook as it was when the label was given; see codebook-version.ts. Empty where that is not known. */
    codebook: z
      .string()
      .regex(/^[0-9a-f]{0,14}$/)
      .default(''),
    /** ISO 8601, UTC; wall-clock time, for people: order is by revision. */
    created: z.iso.datetime(),
    updated: z.iso.datetime(),
  })
  .readonly()
  .refine(one => one.start < one.end, 'an annotation covers at least one unit')

export type Annotation = z.infer<typeof Annotation>
