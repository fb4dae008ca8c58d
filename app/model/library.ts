import { z } from 'zod'

/** Orders of the library: as imported, the other way round, by title, latest published first, least done first. */
export const ArticleOrder = z.enum(['imported', 'newest', 'title', 'published', 'progress'])
export type ArticleOrder = z.infer<typeof ArticleOrder>
