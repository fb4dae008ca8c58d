import { z } from 'zod'
import type { Difference } from '../codebook/codebook-differences.ts'
import type { Annotator } from '../model/annotator.ts'
import { LONGEST_GUIDELINE } from '../model/guideline.ts'
import { AnnotationId } from '../model/ids.ts'
import type { LineDifference } from '../text/line-differences.ts'
import { call, nothing, step } from './call.ts'
import type { AnnotationsToDecide } from './codebook.ts'
import type { Step } from './library.ts'

export interface ReadGuideline {
  /** Markdown; empty where nobody has written any. */
  readonly text: string
  /** Of its text; see `guidelineVersion`. */
  readonly version: string
  /** Who wrote it last, and when; null where nobody did. */
  readonly by: Annotator | null
  readonly at: string | null
  /** Whether it was written for the codebook as it is now. */
  readonly forThisCodebook: boolean
  /** Whether the person has said that they have read it, and the codebook, as they are. */
  readonly read: boolean
  /** What changed since the person said that they had read it; null where nothing did, or they never read any. */
  readonly news: GuidelineNews | null
}

export interface GuidelineNews {
  /** All lines of the guideline where any differs; else empty. */
  readonly lines: readonly LineDifference[]
  /** Of the codebook. */
  readonly codebook: readonly Difference[]
}

export const guidelineCalls = {
  'guideline.read': call<ReadGuideline>()(nothing),
  /** Writes it, as one change. @param base the version that the person changed: of one that is no more it is refused */
  'guideline.write': step<Step>()(
    z.strictObject({ text: z.string().max(LONGEST_GUIDELINE), base: z.string().max(14) }),
  ),
  /** The person has read the guideline and the codebook as they are now. */
  'guideline.seen': call<null>()(nothing),
  /** The person's own annotations that mean something else since the codebook was changed, a page at a time. */
  'guideline.to-look-at': call<AnnotationsToDecide>()(
    z.strictObject({ after: AnnotationId.nullable(), limit: z.int().min(1).max(200) }),
  ),
  /** The person has looked at these again, and they are right as they are. */
  'guideline.still-right': step<Step>()(
    z.strictObject({ annotations: z.array(AnnotationId).min(1).max(1000) }),
  ),
} as const
