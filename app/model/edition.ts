import { z } from 'zod'
import { Attribute } from './attribute.ts'
import type { Codebook } from './codebook.ts'
import { codebookVersion } from './codebook-version.ts'
import { AnnotatorId, EditionId } from './ids.ts'
import { Label } from './label.ts'

/** One state of the codebook that somebody made: who, when, why, and all that it said then. */
export const Edition = z
  .object({
    id: EditionId,
    /** Of what it says; see codebook-version.ts. Annotations name the one under which they were given. */
    version: z.string().regex(/^[0-9a-f]{14}$/),
    by: AnnotatorId,
    /** ISO 8601, UTC. */
    at: z.iso.datetime(),
    /** Why it was made, in the words of who made it. */
    reason: z.string().max(4000),
    labels: z.array(Label).readonly(),
    attributes: z.array(Attribute).readonly(),
  })
  .readonly()

export type Edition = z.infer<typeof Edition>

/** The edition of a codebook as it stands. */
export const editionOf = (
  { labels, attributes }: Codebook,
  made: Pick<Edition, 'id' | 'by' | 'at' | 'reason'>,
): Edition => {
  const { id, by, at, reason } = made
  return { id, version: codebookVersion({ labels, attributes }), by, at, reason, labels, attributes }
}
