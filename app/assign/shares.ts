import type { Deal } from './deal-out.ts'

/** What one annotator gets of a plan. */
export interface Share {
  readonly articles: number
  readonly sentences: number
  /** Of the articles, those that are there for agreement. */
  readonly overlap: number
}

/** What everybody gets, in the order of the annotators. */
export function sharesOf(deals: readonly Deal[], annotators: number): Share[] {
  const shares = Array.from({ length: annotators }, () => ({ articles: 0, sentences: 0, overlap: 0 }))
  for (const { article, to, overlap } of deals)
    for (const place of to) {
      const share = shares[place]
      if (!share) continue
      share.articles++
      share.sentences += article.sentences
      if (overlap) share.overlap++
    }
  return shares
}
