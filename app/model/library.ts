/** What of the corpus is looked at, and in which order. Plain data: it is kept, sent, and made SQL of. */
import { z } from 'zod'
import { AnnotatorId, ArticleId, AttributeId, CollectionId, LabelId } from './ids.ts'

/** Orders of the library: as imported, the other way round, by title, latest published first, least done first. */
export const ArticleOrder = z.enum(['imported', 'newest', 'title', 'published', 'progress'])
export type ArticleOrder = z.infer<typeof ArticleOrder>

/** How far the person who asks has come in an article: no sentence, some, or all of them are done with. */
export const ReadingStatus = z.enum(['unread', 'in-progress', 'done'])
export type ReadingStatus = z.infer<typeof ReadingStatus>

const several = <T extends z.ZodType>(one: T) => z.array(one).max(1000).readonly().default([])
const text = z.string().max(4000)
/** The beginning of an ISO 8601 date, such as `2026` or `2026-11-24`; empty for no bound. */
const day = z
  .string()
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, 'a date such as 2026-11-24')
  .default('')

/**
 * Which articles are meant. All that is said has to hold of an article, and of what is said of one thing (several
 * labels, several sources) one value. What is empty says nothing. Without a collection all articles are meant but
 * those in the bin.
 */
export const ArticleFilter = z
  .strictObject({
    /** Words that all have to occur in title or text, by their beginnings. */
    words: z.string().max(1000).default(''),
    /** Somebody has given one of these labels in it. A label that was merged counts as its successor. */
    labels: several(LabelId),
    /** One of these annotators has tagged or read in it. */
    annotators: several(AnnotatorId),
    /** Of the person who asks. */
    status: several(ReadingStatus),
    sources: several(text),
    languages: several(z.string().max(35)),
    /** The first and the last day on which it was published; an article without a date fits neither. */
    from: day,
    to: day,
    /** The person who asks has flagged a sentence of it as difficult. */
    flagged: z.boolean().default(false),
    /** An annotation in it of the person who asks lacks a required attribute. */
    incomplete: z.boolean().default(false),
    /** Two annotators have judged a same sentence of it differently; the gold layer is nobody. */
    disagreed: z.boolean().default(false),
    /** For each attribute: an annotation in it has one of these values. */
    attributes: z.record(AttributeId, z.array(text).min(1).max(1000).readonly()).readonly().default({}),
    collection: CollectionId.nullable().default(null),
  })
  .readonly()
export type ArticleFilter = z.infer<typeof ArticleFilter>

/** What the filter says where nobody has chosen anything: every article that is not in the bin. */
export const NO_FILTER: ArticleFilter = ArticleFilter.parse({})

/** How many things a filter says, its words and collection left out. */
export const conditionsIn = (filter: ArticleFilter): number =>
  [filter.labels, filter.annotators, filter.status, filter.sources, filter.languages].filter(
    one => one.length > 0,
  ).length +
  [filter.from || filter.to, filter.flagged, filter.incomplete, filter.disagreed].filter(Boolean).length +
  Object.keys(filter.attributes).length

/** Whether a filter leaves nothing out but the bin. */
export const saysNothing = (filter: ArticleFilter): boolean =>
  filter.words === '' && filter.collection === null && conditionsIn(filter) === 0

/** Articles that were chosen: by name, or all that fit a filter but some. */
export const Selection = z.union([
  z.strictObject({ articles: z.array(ArticleId).max(100_000).readonly() }),
  z.strictObject({ filter: ArticleFilter, except: z.array(ArticleId).max(100_000).readonly() }),
])
export type Selection = z.infer<typeof Selection>
