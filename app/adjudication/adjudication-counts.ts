import type { ArticleId } from '../model/ids.ts'
import type { SentenceToDecide } from './sentences-to-decide.ts'

/** How far the adjudication of an article has come, in sentences. */
export interface AdjudicationCounts {
  /** Reviewed by somebody, and not decided. */
  readonly open: number
  /** Open ones on which annotators disagree. */
  readonly disagreed: number
  readonly decided: number
  /** Decided ones whose ground has changed since. */
  readonly stale: number
}

/** An article in which annotators have worked. */
export interface ArticleToDecide extends AdjudicationCounts {
  readonly article: ArticleId
  readonly title: string
}

export function adjudicationCounts(sentences: readonly SentenceToDecide[]): AdjudicationCounts {
  const count = (holds: (sentence: SentenceToDecide) => boolean) => sentences.filter(holds).length
  return {
    open: count(({ decision }) => !decision),
    disagreed: count(({ decision, accord }) => !decision && accord === 'disagreed'),
    decided: count(({ decision }) => decision !== null),
    stale: count(({ stale }) => stale !== null),
  }
}
