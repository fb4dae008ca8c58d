import { z } from 'zod'
import type { Counts } from '../exchange/exchange-file.ts'
import type { MergeReport } from '../exchange/merge-report.ts'
import type { Annotator } from '../model/annotator.ts'
import { AnnotatorId, LabelId } from '../model/ids.ts'
import { call, JobId, nothing, type Outcome } from './call.ts'
import type { UndoState } from './history.ts'
import type { Session } from './session.ts'

/** A file that the window sends, as long as main has it. */
export const FileId = z.uuid().brand<'FileId'>()
export type FileId = z.infer<typeof FileId>

/** Bytes of the largest piece in which the window sends a file. */
export const LARGEST_PIECE = 8 * 1024 * 1024
/** Bytes of the largest file that it may send, and of all that main has at one time. */
export const LARGEST_RECEIVED = 4 * 1024 ** 3
export const MOST_RECEIVED = 16 * 1024 ** 3

/** What became of a file, or would become of it. One that is refused has changed nothing. */
export interface MergedFile {
  readonly file: FileId
  readonly name: string
  readonly outcome: Outcome<MergeReport>
}

export interface Merged {
  readonly files: readonly MergedFile[]
  /** Whether the project is another now. */
  readonly changed: boolean
  readonly undo: UndoState
}

/** What goes into a file for colleagues. */
export const SharedPart = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('all') }),
  /** One annotator's work, with the articles that it is in. */
  z.strictObject({ what: z.literal('annotator'), annotator: AnnotatorId }),
  /** What changed since the last file for a colleague; all where there was none. */
  z.strictObject({ what: z.literal('news'), colleague: z.string().trim().min(1).max(200) }),
])
export type SharedPart = z.infer<typeof SharedPart>

/** A file for colleagues that is whole. */
export interface Shared {
  readonly fileName: string
  readonly counts: Counts
  readonly bytes: number
  /** Browser host: where to fetch it, once. Null where it is on the disk at the place that the person chose. */
  readonly download: string | null
}

/** Somebody who has been sent files by name. */
export interface Colleague {
  readonly name: string
  /** When the last file for them was made; ISO 8601, UTC. */
  readonly at: string
  /** Whether anything happened since. */
  readonly news: boolean
}

const FileToMerge = z.strictObject({ file: FileId, name: z.string().min(1).max(1000) })

const merging = {
  files: z.array(FileToMerge).min(1).max(1000),
  /** Of files of other projects: what their labels are taken for, by their names there; null leaves one out. */
  labels: z.record(z.string().max(1000), LabelId.nullable()).default({}),
  job: JobId,
}

/** The people of a file from which a project can be begun. */
export interface PeopleOfFile {
  /** Empty where the file asks nobody who they are. */
  readonly people: readonly Annotator[]
  /** Whom it was made for. */
  readonly meantFor: AnnotatorId | null
}

export const exchangeCalls = {
  /** Takes a piece of a file, which follows on what has come of it. @returns bytes that have come */
  'exchange.receive': call<number>()(
    z.strictObject({
      file: FileId,
      /** Bytes before the piece. */
      at: z.int().min(0),
      piece: z
        .instanceof(Uint8Array)
        .refine(piece => piece.length <= LARGEST_PIECE, 'a piece has at most 8 MB'),
    }),
  ),
  /** Removes files that are not needed any more. */
  'exchange.drop': call<null>()(z.strictObject({ files: z.array(FileId).max(1000) })),
  /** What a merge of these files, one after the other, would bring. Nothing is changed. */
  'exchange.preview': call<readonly MergedFile[]>()(z.strictObject(merging)),
  /** Merges them; one undo takes all of it back. Stopped, it leaves the files that were merged until then. */
  'exchange.merge': call<Merged>()(z.strictObject(merging)),
  /** Writes a file for colleagues; the host asks where. Null: the person dismissed the dialog. */
  'exchange.share': call<Shared | null>()(
    z.strictObject({ part: SharedPart, packed: z.boolean().default(true), job: JobId }),
  ),
  /** Who has been sent what changed, the last one first. */
  'exchange.colleagues': call<readonly Colleague[]>()(nothing),
  /** Whom the person can say that they are, before they begin from a file. */
  'project.people': call<PeopleOfFile>()(z.strictObject({ file: FileToMerge.shape.file })),
  /**
   * Makes the project of a colleague's file, and opens it. Null: the person dismissed the dialog.
   *
   * `as`: “that is me”, one of the people of the file; null for somebody new.
   */
  'project.join': call<Session | null>()(
    z.strictObject({ ...FileToMerge.shape, as: AnnotatorId.nullable().default(null), job: JobId }),
  ),
} as const
