import { z } from 'zod'
import { AnnotatorId, ProjectId } from './ids.ts'
import { shortDigest } from './short-digest.ts'

/** The longest guideline, in UTF-16 units. */
export const LONGEST_GUIDELINE = 200_000

/** How articles are to be annotated in a project, in words: one text, beside the definitions of the codebook. */
export const Guideline = z
  .object({
    /** The project's: it has one guideline. */
    id: ProjectId,
    /** Markdown. */
    text: z.string().max(LONGEST_GUIDELINE),
    /** The codebook that it was written for; see codebook-version.ts. */
    codebook: z.string().regex(/^[0-9a-f]{14}$/),
    /** Who wrote it last. */
    by: AnnotatorId,
    /** ISO 8601, UTC. */
    at: z.iso.datetime(),
  })
  .readonly()

export type Guideline = z.infer<typeof Guideline>

/** A short name for what a guideline says. */
export const guidelineVersion = ({ text }: Pick<Guideline, 'text'>): string => shortDigest(text)
