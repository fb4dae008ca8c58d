import { z } from 'zod'
import type { Fall, WaitingFile } from '../exchange/folder-round.ts'
import type { Annotator } from '../model/annotator.ts'
import type { GroupId } from '../model/ids.ts'
import { call, nothing } from './call.ts'

/** What a file of the team folder brought. */
export interface ArrivedFile {
  readonly name: string
  readonly by: Annotator
  /** When it was made; ISO 8601, UTC. */
  readonly at: string
  /** Articles in which something changed, and records that contradict others since. */
  readonly articles: number
  readonly conflicts: number
  /** False where all of it was known. */
  readonly news: boolean
}

/** A round that did something. */
export interface PastRound {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly arrived: readonly ArrivedFile[]
  readonly falls: readonly Fall[]
  /** The file that was written; null where there was nothing to say. */
  readonly written: string | null
  /** By which it is taken back; null where it brought nothing, or was taken back. */
  readonly undo: GroupId | null
}

/** The team folder of the open project, as it is on this computer. */
export interface TeamFolderState {
  /** Null where none is chosen. */
  readonly folder: string | null
  /** Whether a round is under way. */
  readonly working: boolean
  /** When the last round ended well; ISO 8601, UTC. */
  readonly checked: string | null
  readonly last: PastRound | null
  /** What was passed over in the last round, and why. */
  readonly waiting: readonly WaitingFile[]
  readonly conflictCopies: readonly string[]
  /** Why the last round could not be done; null where it was. */
  readonly problem: string | null
}

export const folderCalls = {
  'folder.state': call<TeamFolderState>()(nothing),
  /** Takes a folder for the team's, and does a round; without one the host asks. Null: the person dismissed the dialog. */
  'folder.choose': call<TeamFolderState | null>()(
    z.strictObject({ path: z.string().min(1).max(4096).nullable() }),
  ),
  /** Leaves the team folder. What is in it stays there. */
  'folder.leave': call<TeamFolderState>()(nothing),
  /** Does a round now, and waits for its end. */
  'folder.sync': call<TeamFolderState>()(nothing),
  /** Takes back what the last round brought, here; those files are not merged again. */
  'folder.undo': call<TeamFolderState>()(nothing),
} as const
