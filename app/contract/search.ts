import { z } from 'zod'
import { ArticleId, LabelId } from '../model/ids.ts'
import { Cursor, type HitCount, HitOrder, type HitPage, MOST_HITS, Search } from '../search/search.ts'
import { type BorneLabels, TagScope, type TagSum } from '../search/tag-hits.ts'
import { call, JobId, range, step } from './call.ts'

export type { Cursor, Hit, HitCount, HitOrder, HitPage, PatternUse, Search } from '../search/search.ts'
export type { BorneLabels, TagScope, TagSum } from '../search/tag-hits.ts'

/** What of a search is to be tagged. */
const hitsToTag = {
  search: Search,
  /** Single hits, or null for all. */
  chosen: z
    .array(z.strictObject({ article: ArticleId, ...range }))
    .min(1)
    .max(MOST_HITS)
    .nullable(),
  label: LabelId,
  scope: TagScope,
}

export const searchCalls = {
  /** The hits of a search, from the first or from where a page ended. */
  'search.page': call<HitPage>()(
    z.strictObject({
      search: Search,
      order: HitOrder.default('imported'),
      cursor: Cursor.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  /** Counts hits and articles, as far as one answer gets; `next` of it goes on. */
  'search.count': call<HitCount>()(
    z.strictObject({
      search: Search,
      next: z
        .strictObject({ ...Cursor.unwrap().shape, hits: z.int().min(0), articles: z.int().min(0) })
        .nullable()
        .default(null),
    }),
  ),
  /** The labels that the annotator has given in articles. */
  'search.labels': call<readonly BorneLabels[]>()(z.strictObject({ articles: z.array(ArticleId).max(500) })),
  /** What tagging hits would do. The next one stops the one before. */
  'search.preview-tag': call<TagSum>()(z.strictObject(hitsToTag)),
  /** Tags hits. Cancelled, it keeps what it has done, which is one step to undo like the whole. */
  'search.tag': step<TagSum>()(z.strictObject({ ...hitsToTag, job: JobId })),
} as const
