import { z } from 'zod'
import type { Article } from '../model/article.ts'
import type { Progress } from '../model/layer.ts'
import { ArticleOrder } from '../model/library.ts'
import { call } from './call.ts'

/** An article as the library lists it, with the annotator's own progress. */
export interface ArticleSummary
  extends Progress,
    Pick<Article, 'id' | 'title' | 'source' | 'published' | 'language'> {
  readonly sentences: number
}

export interface LibraryPage {
  /** How many articles there are in all that fit the filter. */
  readonly total: number
  readonly articles: readonly ArticleSummary[]
  /** Sums over the whole project. */
  readonly totals: Progress & { readonly articles: number; readonly sentences: number }
}

export const libraryCalls = {
  'library.page': call<LibraryPage>()(
    z.strictObject({
      /** Words that have to occur in title or text; empty for all articles. */
      filter: z.string().max(1000),
      order: ArticleOrder,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ),
} as const
