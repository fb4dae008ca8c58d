import { z } from 'zod'
import { AnnotatorName } from './annotator.ts'
import { AnnotatorId } from './ids.ts'

/**
 * “That is me”: that a person said on a computer of theirs which annotator of the project they are. Who was known
 * before they came, such as somebody to whom articles were dealt, becomes them by it; and who works on two computers
 * says it on the second.
 */
export const Identity = z
  .object({
    annotator: AnnotatorId,
    /** Who they are on that computer, in projects where they have not said such a thing. */
    person: AnnotatorId,
    /** Their name there. */
    name: AnnotatorName,
    /** ISO 8601, UTC. */
    at: z.iso.datetime(),
  })
  .readonly()

export type Identity = z.infer<typeof Identity>

/** The id of what was said: what it is about, so that it is one record however often it is said. */
export const identityId = ({ annotator, person }: Pick<Identity, 'annotator' | 'person'>): string =>
  `${annotator}/${person}`
