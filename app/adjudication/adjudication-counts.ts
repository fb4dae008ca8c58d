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

/** Those with most to do first: disagreed, on other ground, open. Those alike stay in their order. */
export const mostToDoFirst = <C extends AdjudicationCounts>(articles: readonly C[]): C[] =>
  articles.toSorted((a, b) => b.disagreed - a.disagreed || b.stale - a.stale || b.open - a.open)

/** Counts of several articles together. */
export function sumOfCounts(articles: readonly AdjudicationCounts[]): AdjudicationCounts {
  const sum = (of: keyof AdjudicationCounts) => articles.reduce((total, one) => total + one[of], 0)
  return { open: sum('open'), disagreed: sum('disagreed'), decided: sum('decided'), stale: sum('stale') }
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
