import { z } from 'zod'
import type { ConflictField } from '../exchange/conflict-fields.ts'
import type { Annotator } from '../model/annotator.ts'
import type { ArticleId } from '../model/ids.ts'
import { type Kind, recordSchemas } from '../model/record.ts'
import type { Range } from '../text/range.ts'
import { call, nothing, step } from './call.ts'
import type { Step } from './library.ts'

/** One of the versions that stand against one another. */
export interface ConflictSide {
  /** Names the version. */
  readonly revision: string
  /** Who made it; null where it is as anybody's import would be, and does not say itself. */
  readonly by: Annotator | null
  /** When, by the clock of their computer; ISO 8601, UTC. Null as above. */
  readonly at: string | null
  /** The session of work in which it was made, 12 hexadecimal digits; null where anybody would have made it alike. */
  readonly session: string | null
  /** Whether that session was on this copy of the project. */
  readonly here: boolean
  readonly deleted: boolean
}

/** A record of which versions contradict one another: all are kept until somebody decides. */
export interface Conflict {
  readonly kind: Kind
  readonly id: string
  /** Of the label, or of the article that it is about. */
  readonly name: string
  readonly article: ArticleId | null
  /** Where in the article; null for all of it. */
  readonly range: Range | null
  /** Who alone may decide, as it is theirs; null for anybody. */
  readonly owner: Annotator | null
  /** The one that shows comes first. */
  readonly sides: readonly ConflictSide[]
  /** In what they differ, with the values in the order of the sides. */
  readonly fields: readonly ConflictField[]
  /** Whether each field can be taken from another side. */
  readonly byField: boolean
}

export interface Conflicts {
  readonly total: number
  readonly conflicts: readonly Conflict[]
}

const Revision = z.string().max(100)

export const conflictCalls = {
  /** How many records have versions that contradict one another. */
  'conflict.count': call<number>()(nothing),
  /** A page of them: labels before articles, articles before annotations. */
  'conflict.list': call<Conflicts>()(
    z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(1000) }),
  ),
  /** Decides one, as a change that everybody gets. Whoever had decided otherwise meanwhile stands against it. */
  'conflict.resolve': step<Step>()(
    z.strictObject({
      // Its keys are the kinds.
      kind: z.enum(Object.keys(recordSchemas) as [Kind, ...Kind[]]),
      id: z.string().min(1).max(200),
      /** The versions that the person saw, in their order: if there are others by now, nothing is decided. */
      revisions: z.array(Revision).min(2).max(1000),
      /** Which of them stands; fields named here are taken from others, by their revision. */
      take: Revision,
      fields: z.record(z.string().max(50), Revision).default({}),
    }),
  ),
} as const
