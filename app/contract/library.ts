import { z } from 'zod'
import { type Article, Metadata } from '../model/article.ts'
import { BulkAction } from '../model/bulk-action.ts'
import { ArticleId, AttributeId, type CollectionId } from '../model/ids.ts'
import type { Progress } from '../model/layer.ts'
import { ArticleFilter, ArticleOrder, Selection } from '../model/library.ts'
import { type LibrarySettings, LibrarySettingsChange } from '../model/library-settings.ts'
import { call, JobId, nothing, step } from './call.ts'

/** An article as the library lists it, with the annotator's own progress. */
export interface ArticleSummary
  extends Progress,
    Pick<Article, 'id' | 'title' | 'source' | 'author' | 'published' | 'language'> {
  readonly sentences: number
  readonly collections: readonly CollectionId[]
}

export interface LibraryPage {
  /** How many articles there are in all that fit the filter. */
  readonly total: number
  readonly articles: readonly ArticleSummary[]
  /** The change as of which the list is: with it, later pages are of the same list whatever was done meanwhile. */
  readonly asOf: number
}

/** Sums over all that is not in the bin. */
export interface LibraryTotals extends Progress {
  readonly articles: number
  readonly sentences: number
}

/** A value that articles can be filtered by, and how many have it. */
export interface Facet {
  readonly value: string
  readonly articles: number
}

/** A step was taken and is on the disk. */
export interface Step {
  /** Its place in the project's sequence of changes; null where everything was so already. */
  readonly seq: number | null
}

/** What became of many articles. */
export interface BulkReport extends Step {
  /** How many were changed. */
  readonly changed: number
  /** How many stayed as they were because others have worked in them. */
  readonly kept: number
}

const list = {
  filter: ArticleFilter,
  order: ArticleOrder,
  /** As a page said; null, or what is no longer remembered, for the list as it is now. */
  asOf: z.int().min(0).nullable().default(null),
}

const stretch = { ...list, offset: z.int().min(0) }

export const libraryCalls = {
  'library.page': call<LibraryPage>()(z.strictObject({ ...stretch, limit: z.int().min(1).max(500) })),
  'library.totals': call<LibraryTotals>()(nothing),
  /** The ids of a stretch of the list. */
  'library.stretch': call<readonly ArticleId[]>()(
    z.strictObject({ ...stretch, limit: z.int().min(1).max(100_000) }),
  ),
  /** The place of an article in the list, from 0; null where it is not listed. */
  'library.place': call<number | null>()(z.strictObject({ ...list, article: ArticleId })),
  /** The values of one dimension that have these letters in them, those of most articles first. */
  'library.facets': call<readonly Facet[]>()(
    z.strictObject({
      of: z.union([
        z.enum(['source', 'language', 'annotator', 'label']),
        z.strictObject({ attribute: AttributeId }),
      ]),
      like: z.string().max(200).default(''),
      limit: z.int().min(1).max(500).default(50),
    }),
  ),
  /** Says anew what is known of an article besides its text. */
  'article.describe': step<Step & { readonly article: Article }>()(
    z.strictObject({ article: ArticleId, metadata: Metadata }),
  ),
  /** Does something to many articles, as one step; what was done before it was stopped stays, and is undone as one. */
  'library.bulk': step<BulkReport>()(
    z.strictObject({ selection: Selection, action: BulkAction, job: JobId }),
  ),
  /** How the person has arranged the library on this computer. */
  'library.settings': call<LibrarySettings>()(nothing),
  'library.arrange': call<LibrarySettings>()(LibrarySettingsChange),
} as const
