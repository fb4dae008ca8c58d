import { z } from 'zod'
import type { Annotator } from '../model/annotator.ts'
import { ArticleId, type LabelId } from '../model/ids.ts'
import { Queue, type SentencePlace } from '../model/queue.ts'
import { call, JobId, range, step } from './call.ts'

/** A flagged sentence, as the list of them shows it. */
export interface FlaggedSentence extends SentencePlace {
  readonly title: string
  readonly text: string
  readonly annotator: Annotator
  /** When it was flagged: ISO 8601, UTC. */
  readonly at: string
}

export interface FlaggedPage {
  /** How many flags there are in all. */
  readonly total: number
  readonly sentences: readonly FlaggedSentence[]
}

/** The other sentences of the corpus whose text is that of one sentence. */
export interface EqualSentences {
  readonly sentences: number
  readonly articles: number
  /** Of these sentences, such as bear all the labels that the one bears. */
  readonly tagged: number
  /** Of these sentences, such as bear a label that would have to give way. */
  readonly otherwise: number
  /** The labels that the one bears, in the order of the codebook. */
  readonly labels: readonly LabelId[]
}

/** What became of them. */
export interface EqualTagged {
  readonly sentences: number
  readonly articles: number
}

const sentence = { article: ArticleId, ...range }

export const queueCalls = {
  /**
   * The sentence of a queue after or before a place (null: the beginning or the end of the corpus), in the article first,
   * then in the following ones, round to the place itself; null where there is none at all. Articles in the bin are
   * passed over.
   */
  'layer.next': call<SentencePlace | null>()(
    z.strictObject({
      queue: Queue,
      from: z.strictObject({ article: ArticleId, start: z.int().min(0) }).nullable(),
      direction: z.enum(['next', 'previous']),
    }),
  ),
  /** The flagged sentences of the corpus, a page at a time, in the order of the library as imported. */
  'layer.flagged': call<FlaggedPage>()(
    z.strictObject({
      by: z.enum(['me', 'everybody']),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
  ),
  /** Which other sentences have the text of this one. */
  'layer.equal': call<EqualSentences>()(z.strictObject(sentence)),
  /** Gives them all the labels that this one bears, as one step; `replace`: also where another label gives way. */
  'layer.tag-equal': step<EqualTagged>()(z.strictObject({ ...sentence, replace: z.boolean(), job: JobId })),
} as const
