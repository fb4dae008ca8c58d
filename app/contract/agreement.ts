import { z } from 'zod'
import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementReport } from '../agreement/agreement-report.ts'
import type { WholeReport } from '../agreement/agreement-study.ts'
import type { PartReport } from '../agreement/part-report.ts'
import type { Resampled } from '../agreement/tally.ts'
import type { Annotator } from '../model/annotator.ts'
import { AnnotatorId, type ArticleId, LabelId } from '../model/ids.ts'
import { NO_FILTER, Selection } from '../model/library.ts'
import type { Range } from '../text/range.ts'
import { call, JobId } from './call.ts'

/** How far annotators agree. Single articles and sentences are asked for page by page, by the name of the report. */
export interface AgreementOverview extends Omit<WholeReport, 'labels'> {
  /** The name by which more can be asked, as long as no other report was computed since. */
  readonly report: string
  /** Who was compared; `first` and `second` of all pairs are places in it. */
  readonly coders: readonly Annotator[]
  /** In how many articles two of them or more have reviewed something. */
  readonly articles: number
  readonly labels: Omit<AgreementReport<LabelId | null>, 'byArticle' | 'divided'>
  /** How many sentences two of them have judged differently. */
  readonly divided: number
  readonly samples: number
  readonly seed: number
  /** Where people worked blind: when the layers were opened, before which it is as all was then. Else null. ISO 8601. */
  readonly asOf: string | null
  /** When the layers of blind work were opened; null where there was none, or it was not. ISO 8601. */
  readonly opened: string | null
  /** How far annotators agree with themselves, of those who were dealt a second reading. As all is now. */
  readonly consistency: readonly OwnConsistency[]
}

/** One annotator's first reading against their second, by the labels that exclude one another. */
export interface OwnConsistency {
  readonly annotator: Annotator
  /** In how many articles they have judged something twice. */
  readonly articles: number
  /** Sentences that they have judged twice. */
  readonly n: number
  readonly percent: Agreement
  /** Cohen's. */
  readonly kappa: Agreement
  /** Krippendorff's. */
  readonly alpha: Agreement
  /** What the bootstrap drew. */
  readonly resampled: Resampled
  /** Of these sentences, those that they judged otherwise the second time. */
  readonly divided: number
}

/** What two annotators gave the same sentences. */
export interface Confusion {
  /** Labels that one of the two gave; null for nothing to tag. */
  readonly categories: readonly (LabelId | null)[]
  /** Row by row: how often the first gave the row and the second the column. */
  readonly counts: readonly (readonly number[])[]
}

/** A sentence with what each of the coders gave it. */
export interface ComparedSentence {
  readonly article: ArticleId
  readonly title: string
  /** Its number in the article, from 0. */
  readonly sentence: number
  readonly range: Range
  readonly text: string
  /** In the order of the coders: a label, null for nothing to tag, undefined for not judged. */
  readonly given: readonly (LabelId | null | undefined)[]
}

export interface ComparedSentences {
  readonly total: number
  readonly sentences: readonly ComparedSentence[]
}

export interface ArticleAgreement extends PartReport<ArticleId> {
  readonly title: string
}

export interface ArticleAgreements {
  readonly total: number
  readonly articles: readonly ArticleAgreement[]
}

const report = JobId
const page = (most: number) => ({ offset: z.int().min(0), limit: z.int().min(1).max(most) })
const coder = z.int().min(0).max(9999)
const category = LabelId.nullable()

export const agreementCalls = {
  /** Computes the agreement of these annotators (null for all who have reviewed anything) in these articles. */
  'agreement.report': call<AgreementOverview>()(
    z.strictObject({
      annotators: z.array(AnnotatorId).min(1).max(10_000).readonly().nullable().default(null),
      selection: Selection.default({ filter: NO_FILTER, except: [] }),
      seed: z.int().min(0).max(0xffff_ffff).default(1),
      /** As all is now, although there is a state before the layers were opened. */
      now: z.boolean().default(false),
      job: JobId,
    }),
  ),
  /** What two of the coders gave, by their places. */
  'agreement.confusion': call<Confusion>()(z.strictObject({ report, first: coder, second: coder })),
  /** The sentences to which two of the coders gave these. */
  'agreement.cell': call<ComparedSentences>()(
    z.strictObject({ report, first: coder, second: coder, row: category, column: category, ...page(200) }),
  ),
  /** The sentences that divide the coders most. */
  'agreement.divided': call<ComparedSentences>()(z.strictObject({ report, ...page(200) })),
  /** The sentences that an annotator judged otherwise the second time; what is given is that of each reading. */
  'agreement.own': call<ComparedSentences>()(
    z.strictObject({ report, annotator: AnnotatorId, ...page(200) }),
  ),
  /** The articles, that of the least agreement first. */
  'agreement.articles': call<ArticleAgreements>()(z.strictObject({ report, ...page(1000) })),
} as const
