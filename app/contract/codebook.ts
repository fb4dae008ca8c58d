import { z } from 'zod'
import type { Difference } from '../codebook/codebook-differences.ts'
import type { Annotator } from '../model/annotator.ts'
import { Attribute } from '../model/attribute.ts'
import type { Codebook } from '../model/codebook.ts'
import { AnnotationId, type ArticleId, AttributeId, EditionId, LabelId } from '../model/ids.ts'
import { Label } from '../model/label.ts'
import type { Range } from '../text/range.ts'
import { call, nothing, step } from './call.ts'
import type { Session } from './session.ts'

/** How many annotations a change of the codebook touches, and whose. */
export interface TouchedAnnotations {
  readonly annotations: number
  /** Those who have any, the most first. */
  readonly annotators: readonly (Annotator & { readonly annotations: number })[]
}

export interface EditionInList {
  readonly id: EditionId
  readonly by: Annotator
  /** ISO 8601, UTC. */
  readonly at: string
  readonly reason: string
  /** Whether it is what the codebook says now. */
  readonly current: boolean
  /** What it says otherwise than the one before it; empty for the first. */
  readonly differences: readonly Difference[]
}

/** An annotation whose label was retired and has no successor. */
export interface AnnotationToDecide extends Range {
  readonly id: AnnotationId
  readonly article: ArticleId
  readonly title: string
  readonly label: LabelId
  /** What it stands on, cut where that is long. */
  readonly text: string
}

export interface AnnotationsToDecide {
  readonly total: number
  readonly annotations: readonly AnnotationToDecide[]
}

/** A codebook as it would be with what a file says. */
export interface CodebookOfFile {
  readonly codebook: Codebook
  /** From the one there is. */
  readonly differences: readonly Difference[]
}

/** Which codebook was changed, as codebook-version.ts names it: a change of one that is no more is refused. */
const base = z.string().regex(/^[0-9a-f]{14}$/)
const reason = z.string().trim().max(4000)

/** The largest file that is taken for a codebook, in bytes. */
export const LARGEST_CODEBOOK = 4 * 1024 * 1024

export const codebookCalls = {
  /** Makes the codebook be as given, as one change with its edition. */
  'codebook.change': step<Session>()(
    z.strictObject({
      base,
      labels: z.array(Label).min(1).max(5000).readonly(),
      attributes: z.array(Attribute).max(1000).readonly(),
      reason,
    }),
  ),
  /** How many annotations have one of these labels, or a value of one of these attributes. */
  'codebook.touches': call<TouchedAnnotations>()(
    z.strictObject({ labels: z.array(LabelId).max(5000), attributes: z.array(AttributeId).max(1000) }),
  ),
  /** The latest first. */
  'codebook.editions': call<readonly EditionInList[]>()(nothing),
  /** Brings an edition back. Labels that came since and that annotations bear are retired. */
  'codebook.restore': step<Session>()(z.strictObject({ edition: EditionId, base, reason })),
  /** The person's own annotations that are to be decided again, a page at a time. */
  'codebook.to-decide': call<AnnotationsToDecide>()(
    z.strictObject({ after: AnnotationId.nullable(), limit: z.int().min(1).max(200) }),
  ),
  /** What a file would make of the codebook. Nothing is written. */
  'codebook.read': call<CodebookOfFile>()(
    z.strictObject({
      name: z.string().min(1).max(1000),
      bytes: z
        .instanceof(Uint8Array)
        .refine(bytes => bytes.length <= LARGEST_CODEBOOK, 'a codebook has at most 4 MB'),
    }),
  ),
} as const
