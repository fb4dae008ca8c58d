import { z } from 'zod'
import { AnnotatorId, DealingId } from './ids.ts'

/** The most annotators that articles are dealt to at once. */
export const MOST_RECIPIENTS = 200

/** How articles are dealt out. */
export const DealingTerms = z
  .strictObject({
    /** How many annotators get each article that is not for overlap. */
    each: z.int().min(1).max(MOST_RECIPIENTS),
    /** The part of the articles (0 to 1) that goes to more annotators, so that agreement can be computed on it. */
    overlap: z.number().min(0).max(1),
    /** How many annotators get an article of the overlap; null for all. */
    overlapTo: z.int().min(2).max(MOST_RECIPIENTS).nullable(),
    /** What everybody gets as much of. */
    balance: z.enum(['articles', 'sentences']),
    /** What of the articles everybody, and the overlap, gets in the proportion of the whole. */
    stratify: z.enum(['none', 'source', 'language']),
    /** The same seed makes the same plan. */
    seed: z.int().min(0).max(0xffff_ffff),
  })
  .readonly()

export type DealingTerms = z.infer<typeof DealingTerms>

/** How articles are dealt a second time to those who have them. */
export const SecondReadingTerms = z
  .strictObject({
    /** The part of each annotator's articles, above 0 to 1. */
    part: z.number().gt(0).max(1),
    stratify: DealingTerms.unwrap().shape.stratify,
    /** The same seed draws the same articles. */
    seed: DealingTerms.unwrap().shape.seed,
  })
  .readonly()

export type SecondReadingTerms = z.infer<typeof SecondReadingTerms>

/**
 * That articles were dealt out: by whom, to whom, how. Which articles went to whom is in the memberships; this says
 * whether the annotators work blind.
 */
export const Dealing = z
  .object({
    id: DealingId,
    /** Who dealt. Only they can open the layers. */
    by: AnnotatorId,
    /** ISO 8601, UTC. */
    at: z.iso.datetime(),
    to: z.array(AnnotatorId).min(1).max(MOST_RECIPIENTS).readonly(),
    terms: DealingTerms,
    /** How many articles were dealt. */
    articles: z.int().min(1),
    /** Whether nobody sees the layers of others until they are opened. */
    blind: z.boolean(),
    /** When the layers were opened: ISO 8601, UTC; null while they are not. */
    opened: z.iso.datetime().nullable(),
  })
  .readonly()

export type Dealing = z.infer<typeof Dealing>

/** Whether a dealing keeps the layers of its annotators from one another. */
export const isClosed = ({ blind, opened }: Pick<Dealing, 'blind' | 'opened'>): boolean =>
  blind && opened === null
