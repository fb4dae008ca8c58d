import { z } from 'zod'
import { type Annotator, AnnotatorName } from '../model/annotator.ts'
import { DealingTerms, MOST_RECIPIENTS, SecondReadingTerms } from '../model/dealing.ts'
import { AnnotatorId, type ArticleId } from '../model/ids.ts'
import { call, JobId, nothing, step } from './call.ts'
import type { Exported } from './export.ts'
import type { Step } from './library.ts'

/** Somebody to deal to: an annotator of the project, or the name of somebody who is not known in it. */
const Recipient = z.union([AnnotatorId, z.strictObject({ name: AnnotatorName })])
const to = z.array(Recipient).min(1).max(MOST_RECIPIENTS)

const Dealt = z.strictObject({ to, terms: DealingTerms, blind: z.boolean() })
export type Dealt = z.infer<typeof Dealt>

/** Who would get what. */
export interface PlannedDealing {
  /** How many articles would be dealt, and how many of them to several for agreement. */
  readonly articles: number
  readonly overlap: number
  readonly recipients: readonly {
    readonly name: string
    readonly isNew: boolean
    readonly articles: number
    readonly sentences: number
    readonly overlap: number
  }[]
}

const Again = z.strictObject({
  /** Who reads again; null for everybody who has articles. */
  annotators: z.array(AnnotatorId).min(1).max(MOST_RECIPIENTS).readonly().nullable(),
  terms: SecondReadingTerms,
})
export type DealtAgain = z.infer<typeof Again>

/** Who would read how much a second time. */
export interface PlannedSecondReading {
  readonly readers: readonly {
    readonly annotator: Annotator
    /** How many articles they have that they do not read again yet. */
    readonly of: number
    readonly articles: number
    readonly sentences: number
  }[]
}

/** What was dealt so far, and what there is to deal. */
export interface DealingOverview {
  /** Articles that nobody has yet. */
  readonly left: number
  /** Everybody to whom articles are dealt. */
  readonly annotators: readonly Annotator[]
  /** Whether layers are closed to anybody, and to the person. */
  readonly closed: boolean
  readonly blind: boolean
  /** Whether the person can open them. */
  readonly mayOpen: boolean
}

/** How far an annotator has come. */
export interface AnnotatorProgress {
  readonly annotator: Annotator
  /** Articles that were dealt to them; where nothing was, those that they have begun. */
  readonly articles: number
  readonly done: number
  readonly begun: number
  readonly sentences: number
  /** Sentences that they are done with. */
  readonly reviewed: number
  /** Sentences a day, of the last days on which they worked; null where they have not. */
  readonly pace: number | null
  /** When they will be done at that pace: the day, ISO 8601; null where that cannot be told, or they are. */
  readonly expected: string | null
  /** The last day on which they worked; null where they have not. */
  readonly lastDay: string | null
  /** On how many computers somebody said that they are this annotator. */
  readonly computers: number
}

export interface ArticleProgress {
  readonly article: ArticleId
  readonly title: string
  readonly sentences: number
  readonly reviewed: number
}

export const assignCalls = {
  'assign.plan': call<PlannedDealing>()(z.strictObject({ to, terms: DealingTerms })),
  'assign.overview': call<DealingOverview>()(nothing),
  /** Deals articles out, as one change. */
  'assign.deal': step<Step & { readonly articles: number }>()(z.strictObject({ ...Dealt.shape, job: JobId })),
  'assign.plan-again': call<PlannedSecondReading>()(Again),
  /** Deals articles a second time to those who have them, as one change. */
  'assign.deal-again': step<Step & { readonly articles: number }>()(
    z.strictObject({ ...Again.shape, job: JobId }),
  ),
  /** Writes what one annotator, or all of them, start with. Null: the person dismissed the dialog. */
  'assign.start-file': call<Exported | null>()(
    z.strictObject({ annotator: AnnotatorId.nullable(), job: JobId }),
  ),
  /** Opens the layers of what the person dealt blind, as one change. */
  'assign.open-layers': step<Step>()(nothing),
  'assign.progress': call<readonly AnnotatorProgress[]>()(nothing),
  /** The articles of one annotator, those least done first, a page at a time. */
  'assign.articles': call<{ readonly total: number; readonly articles: readonly ArticleProgress[] }>()(
    z.strictObject({
      annotator: AnnotatorId,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ),
} as const
