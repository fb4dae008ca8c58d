import { z } from 'zod'
import { AnnotatorId, LabelId } from '../model/ids.ts'

/** Which part of a corpus goes out. What is left out is left out everywhere: articles, annotations, reviews, codebook. */
export const Restriction = z
  .strictObject({
    /** The layers of these annotators only; null for all but the gold layer. */
    annotators: z.array(AnnotatorId).min(1).readonly().nullable().default(null),
    /** Annotations with these labels, or with narrower ones, only; null for all. */
    labels: z.array(LabelId).min(1).readonly().nullable().default(null),
    /** Articles whose every sentence one of the annotators has tagged or said to have read. */
    reviewed: z.boolean().default(false),
    /** Words that have to occur in title or text, as in the library; empty for all articles. */
    filter: z.string().max(1000).default(''),
  })
  .readonly()

export type Restriction = z.infer<typeof Restriction>

export const EVERYTHING: Restriction = Restriction.parse({})
