import { z } from 'zod'
import type { Range } from '../text/range.ts'
import { Note } from './annotation.ts'
import { AnnotatorId, ArticleId, LabelId } from './ids.ts'

/**
 * What was decided of a sentence on which annotators have spoken: one annotator's labels were taken, another label
 * was given, no label is right, or the labels of several can stand together.
 */
export const DecisionChoice = z.enum(['take', 'own', 'none', 'both'])
export type DecisionChoice = z.infer<typeof DecisionChoice>

/** Why annotators differed; empty where nobody said. */
export const DecisionCause = z.enum(['', 'guideline-gap', 'slip', 'ambiguous'])
export type DecisionCause = z.infer<typeof DecisionCause>

/**
 * A sentence that was decided between annotators. The annotations are in the gold layer; here is what was decided, and
 * why. It is nobody's own: whoever decides later writes over it.
 */
export const Decision = z
  .object({
    article: ArticleId,
    /** The sentence as it stood; UTF-16 units, half-open. */
    start: z.int().min(0),
    end: z.int().min(1),
    /** Who decided, or let a rule decide. */
    by: AnnotatorId,
    /** ISO 8601, UTC. */
    at: z.iso.datetime(),
    choice: DecisionChoice,
    /** What the sentence is from now on, in the order of ids: two decisions differ where these do. Empty for `none`. */
    labels: z.array(LabelId).max(1000).readonly(),
    cause: DecisionCause,
    reason: Note,
    /** The rule that decided; empty for a person. */
    rule: z
      .string()
      .regex(/^(?:|agreed|majority|majority-of-[1-9][0-9]{0,3}|annotator:[0-9a-f-]{36})$/, 'a rule'),
    /** What it was decided on; see ground.ts in app/adjudication. */
    ground: z.string().regex(/^[0-9a-f]{14}-[0-9a-f]{14}$/, 'a ground'),
  })
  .readonly()
  .refine(one => one.start < one.end, 'a decision covers at least one unit')

export type Decision = z.infer<typeof Decision>

/** The id of a decision: what it is about, so that one sentence decided on two machines is one record. */
export const decisionId = (decision: Pick<Decision, 'article'> & Range): string =>
  `${decision.article}/${decision.start}-${decision.end}`
