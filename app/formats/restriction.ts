import { z } from 'zod'
import { AnnotatorId, ArticleId, LabelId } from '../model/ids.ts'
import { ArticleFilter, NO_FILTER } from '../model/library.ts'

/** Which part of a corpus goes out. What is left out is left out everywhere: articles, annotations, reviews, codebook. */
export const Restriction = z
  .strictObject({
    /** The layers of these annotators only; null for all but the gold layer. */
    annotators: z.array(AnnotatorId).min(1).readonly().nullable().default(null),
    /** Annotations with these labels, or with narrower ones, only; null for all. */
    labels: z.array(LabelId).min(1).readonly().nullable().default(null),
    /** Articles whose every sentence one of the annotators has tagged or said to have read. */
    reviewed: z.boolean().default(false),
    /** Articles that fit it, as in the library; those in the bin only where it names the bin. */
    filter: ArticleFilter.default(NO_FILTER),
    /** These articles only, whatever the filter says; null for all that fit. */
    articles: z.array(ArticleId).max(100_000).readonly().nullable().default(null),
    /** Not these, though they fit. */
    except: z.array(ArticleId).max(100_000).readonly().default([]),
  })
  .readonly()

export type Restriction = z.infer<typeof Restriction>

export const EVERYTHING: Restriction = Restriction.parse({})
