/** A search, and what it finds. */
import { z } from 'zod'
import type { ArticleId } from '#app/model/ids'
import type { Range } from '#app/text/range'
import type { Context } from './concordance.ts'
import { LONGEST_QUERY } from './parse-query.ts'

/** Orders of hits: as the articles were imported, best articles first, or by what stands before, in or after the hit, or by title. */
export const HitOrder = z.enum(['imported', 'rank', 'left', 'hit', 'right', 'title'])
export type HitOrder = z.infer<typeof HitOrder>

/** What a regular expression does to a result: keeps the hits whose sentence it matches, or is what is looked for in the articles found. */
export const PatternUse = z.enum(['sentences', 'matches'])
export type PatternUse = z.infer<typeof PatternUse>

export const LONGEST_PATTERN = 500

/** What is looked for; see parse-query.ts. */
export const Search = z
  .strictObject({
    query: z.string().max(LONGEST_QUERY),
    titleOnly: z.boolean().default(false),
    /** A regular expression; empty for none. */
    pattern: z.string().max(LONGEST_PATTERN).default(''),
    patternUse: PatternUse.default('sentences'),
  })
  .readonly()
export type Search = z.infer<typeof Search>

/** Where a page of hits begins: what it means, only main knows. */
export const Cursor = z.strictObject({ place: z.int().min(0), skip: z.int().min(0) }).readonly()
export type Cursor = z.infer<typeof Cursor>

/** The most hits that are counted, sorted, and tagged at once. */
export const MOST_HITS = 20_000
/** The most articles that are shown best first. */
export const MOST_RANKED = 2_000

/** A hit in its place. */
export interface Hit extends Context {
  readonly article: ArticleId
  readonly title: string
  /** The number of its sentence, from 1; 0 where it stands in the title or between sentences. */
  readonly sentence: number
  /** Its sentence, and itself, in the article's text; the first sentence where it stands in the title. */
  readonly sentenceRange: Range
  readonly range: Range
}

/** Hits in their order, as many as were asked for or could be found in the time that one answer takes. */
export interface HitPage {
  readonly hits: readonly Hit[]
  /** Where the next page begins; null after the last. A page without hits may have a next one: there was no time. */
  readonly next: Cursor | null
  /** How many articles have been looked at for this order; tells how far it has come while there are no hits yet. */
  readonly looked: number
  /** Whether there are more hits than the order can show. */
  readonly capped: boolean
}

/** How many hits and articles there are. */
export interface HitCount {
  readonly hits: number
  /** Those that have hits; exact also where hits are no longer counted, but for a pattern. */
  readonly articles: number
  /** Where counting goes on; null where it is done. */
  readonly next: (Cursor & { readonly hits: number; readonly articles: number }) | null
  /** Whether there are more hits than are counted. */
  readonly capped: boolean
}
