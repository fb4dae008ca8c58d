/** What one round of a team folder did: what came from others, what still waits, and what went out. */
import type { Annotator } from '../model/annotator.ts'
import type { GroupId } from '../model/ids.ts'
import type { Counts } from './exchange-file.ts'
import type { MergeReport } from './merge-report.ts'

/** Why a file of the folder was passed over. It changed nothing, and is tried again in every round. */
export type WaitingReason =
  /** It is cut off or altered: it has not come whole. */
  | 'incomplete'
  /** It brings changes that follow on a file of its series which is not there. */
  | 'gap'
  /** It speaks of an article, a label or a person that another file brings. */
  | 'missing'
  /** It was made by a newer version of Assay. */
  | 'newer-version'
  /** It is larger than Assay takes. */
  | 'too-large'
  /** It is signed otherwise than its sender's files before; see `SignerStanding`. */
  | 'untrusted'

export interface WaitingFile {
  readonly name: string
  readonly reason: WaitingReason
  /** One sentence for a person. */
  readonly message: string
  /** When it was first seen as it is now; ISO 8601, UTC. */
  readonly since: string
  /** True where waiting has not helped, or cannot: then a person is told. */
  readonly overdue: boolean
}

/** An annotator of whose annotations a large part went away in one round. */
export interface Fall {
  readonly annotator: Annotator
  /** Annotations. */
  readonly before: number
  readonly after: number
}

export interface WrittenFile {
  readonly name: string
  /** True where it brings all, false where it brings what changed since the file before it. */
  readonly whole: boolean
  readonly counts: Counts
  readonly bytes: number
}

export interface FolderRound {
  /** A report for each file that was merged, in their order. */
  readonly merged: readonly MergeReport[]
  readonly waiting: readonly WaitingFile[]
  /** Names of the copies that the synchroniser made where it could not decide. They are merged like others. */
  readonly conflictCopies: readonly string[]
  readonly falls: readonly Fall[]
  /** The group of the round's merges, which one undo takes back; null where they changed nothing. */
  readonly undo: GroupId | null
  /** Null where there was nothing to say. */
  readonly written: WrittenFile | null
}

const LARGE_FALL = 20

/** Whether a count fell by more than half, and by more than a day's corrections would explain. */
export const fellSuddenly = ({ before, after }: Pick<Fall, 'before' | 'after'>): boolean =>
  before - after > LARGE_FALL && after < before / 2
