import { z } from 'zod'
import type { ArticleToDecide } from '../adjudication/adjudication-counts.ts'
import type { RuleReport } from '../adjudication/by-rule.ts'
import { Rule } from '../adjudication/rule.ts'
import type { SentenceToDecide } from '../adjudication/sentences-to-decide.ts'
import { Verdict } from '../adjudication/verdict.ts'
import { Note } from '../model/annotation.ts'
import type { Annotator } from '../model/annotator.ts'
import type { Article } from '../model/article.ts'
import { DecisionCause } from '../model/decision.ts'
import { ArticleId } from '../model/ids.ts'
import { call, JobId, nothing, range } from './call.ts'
import type { Saved } from './layer.ts'

/** What there is to decide in an article. */
export interface Adjudication {
  readonly article: Article
  readonly text: string
  /** All who have worked in it. */
  readonly annotators: readonly Annotator[]
  readonly sentences: readonly SentenceToDecide[]
}

/** A sentence after it was decided; the progress is that of the gold layer. */
export interface Decided extends Saved {
  readonly sentence: SentenceToDecide
}

export interface KnownAnnotator extends Annotator {
  readonly annotations: number
}

export const adjudicationCalls = {
  /** Everybody who is known in the project, and how many annotations each has. */
  'annotator.list': call<readonly KnownAnnotator[]>()(nothing),
  /** What is to be decided, and what was, by article. */
  'adjudication.queue': call<readonly ArticleToDecide[]>()(nothing),
  /** The sentences of one article that somebody has reviewed, as they stand or the most urgent first. */
  'adjudication.article': call<Adjudication>()(
    z.strictObject({ article: ArticleId, order: z.enum(['text', 'disagreed-first']).default('text') }),
  ),
  /** Decides one sentence; whoever decides later writes over it. */
  'adjudication.decide': call<Decided>()(
    z.strictObject({
      article: ArticleId,
      sentence: z.strictObject(range),
      verdict: Verdict,
      cause: DecisionCause.default(''),
      reason: Note.default(''),
    }),
  ),
  /** Decides by a rule what no person has decided, in one article or (null) all; a dry run only counts. */
  'adjudication.by-rule': call<RuleReport>()(
    z.strictObject({
      rule: Rule,
      article: ArticleId.nullable().default(null),
      dryRun: z.boolean().default(false),
      job: JobId,
    }),
  ),
} as const
