import { z } from 'zod'
import { AnnotatorId } from './ids.ts'

export const AnnotatorName = z.string().trim().min(1).max(200)

/** A person. The id says who it is; two people may bear one name. */
export const Annotator = z.object({ id: AnnotatorId, name: AnnotatorName }).readonly()

export type Annotator = z.infer<typeof Annotator>

/** The layer of what adjudication decided. It is nobody's own: whoever decides writes into it. */
export const GOLD: Annotator = {
  id: AnnotatorId.parse('00000000-0000-8000-8000-00000000601d'),
  name: 'Gold',
}
