import { z } from 'zod'

/** Two offsets, in code points. */
export const Place = z.tuple([z.int(), z.int()])

/** What brat has no place for, of one annotation: a note of the type `Assay`, as JSON. */
export const AssayNote = z.object({
  /** A UUID. */
  id: z.string().optional(),
  /** ISO 8601, UTC. */
  created: z.string().optional(),
  updated: z.string().optional(),
  /** Where the annotation begins or ends in blank space that its spans leave out. */
  range: Place.optional(),
  /** By ids, with values that are not among a known few. */
  attributes: z.record(z.string(), z.string()).optional(),
  mentions: z.record(z.string(), Place).optional(),
  /** A note of several lines, or with blank space around it. */
  note: z.string().optional(),
})

export type AssayNote = z.infer<typeof AssayNote>
