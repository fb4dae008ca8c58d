import { z } from 'zod'
import { AnnotatorId, CollectionId } from './ids.ts'

/** What is done to many articles as one step. */
export const BulkAction = z.discriminatedUnion('do', [
  /** Puts them into a collection, or takes them out; the bin is one. */
  z.strictObject({ do: z.literal('put'), collection: CollectionId }),
  z.strictObject({ do: z.literal('take-out'), collection: CollectionId }),
  /** Deals them to an annotator: puts them into their collection, which comes into being with it. */
  z.strictObject({ do: z.literal('assign'), annotator: AnnotatorId }),
  /**
   * Says of every sentence that the person has neither tagged nor judged that it was read, or takes back what they
   * said of sentences; tags and flags stay.
   */
  z.strictObject({ do: z.literal('mark'), as: z.enum(['done', 'unread']) }),
  /** Removes them with the person's own work in them. Those that hold the work of others stay as they are. */
  z.strictObject({ do: z.literal('remove') }),
])
export type BulkAction = z.infer<typeof BulkAction>
