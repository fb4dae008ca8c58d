import { z } from 'zod'
import type { AdjudicationCounts, ArticleToDecide } from '../adjudication/adjudication-counts.ts'
import type { RuleReport } from '../adjudication/by-rule.ts'
import { Rule } from '../adjudication/rule.ts'
import type { SentenceToDecide } from '../adjudication/sentences-to-decide.ts'
import { Verdict } from '../adjudication/verdict.ts'
import { Note } from '../model/annotation.ts'
import type { Annotator } from '../model/annotator.ts'
import type { Article } from '../model/article.ts'
import { DecisionCause } from '../model/decision.ts'
import { AnnotatorId, ArticleId } from '../model/ids.ts'
import { call, JobId, nothing, range, step } from './call.ts'
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

/** What is to be decided in all articles. */
export interface AdjudicationQueue {
  readonly totals: AdjudicationCounts
  /** How many articles annotators have worked in. */
  readonly count: number
  /** Those with most to do: disagreed, on other ground, open; then the others; those alike in the order of their import. */
  readonly articles: readonly ArticleToDecide[]
}

/** What one annotator is told of the decisions: a page to read, or their work with the gold layer as an exchange file. */
export interface FeedbackWritten {
  readonly fileName: string
  /** Decided sentences that they have judged, and how many of them were decided otherwise. */
  readonly compared: number
  readonly differing: number
  /** As in `Exported`. */
  readonly download: string | null
}

export interface KnownAnnotator extends Annotator {
  readonly annotations: number
}

export const adjudicationCalls = {
  /** Everybody who is known in the project, and how many annotations each has. */
  'annotator.list': call<readonly KnownAnnotator[]>()(nothing),
  /** What is to be decided, and what was, by article. */
  'adjudication.queue': call<AdjudicationQueue>()(
    z.strictObject({ limit: z.int().min(1).max(1000).default(300), job: JobId }),
  ),
  /** The sentences of one article that somebody has reviewed, as they stand or the most urgent first. */
  'adjudication.article': call<Adjudication>()(
    z.strictObject({ article: ArticleId, order: z.enum(['text', 'disagreed-first']).default('text') }),
  ),
  /** Decides one sentence; whoever decides later writes over it. */
  'adjudication.decide': step<Decided>()(
    z.strictObject({
      article: ArticleId,
      sentence: z.strictObject(range),
      verdict: Verdict,
      cause: DecisionCause.default(''),
      reason: Note.default(''),
    }),
  ),
  /** Writes what an annotator is told; the host asks where. Null: the person dismissed the dialog. */
  'adjudication.feedback': call<FeedbackWritten | null>()(
    z.strictObject({ annotator: AnnotatorId, as: z.enum(['page', 'exchange-file']), job: JobId }),
  ),
  /** Decides by a rule what no person has decided, in one article or (null) all; a dry run only counts. */
  'adjudication.by-rule': step<RuleReport>()(
    z.strictObject({
      rule: Rule,
      article: ArticleId.nullable().default(null),
      dryRun: z.boolean().default(false),
      job: JobId,
    }),
  ),
} as const
