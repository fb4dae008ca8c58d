import { z } from 'zod'
import { ProjectId } from './ids.ts'

/** One corpus: one `NAME.assay` file. */
export const Project = z
  .object({
    id: ProjectId,
    name: z.string().trim().min(1).max(200),
    /** ISO 8601, UTC. */
    created: z.iso.datetime(),
  })
  .readonly()

export type Project = z.infer<typeof Project>
