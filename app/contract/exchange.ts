import { z } from 'zod'
import type { Counts } from '../exchange/exchange-file.ts'
import type { MergeReport } from '../exchange/merge-report.ts'
import { NewPassphrase, Passphrase } from '../exchange/passphrase.ts'
import { Accepted, PublicKey } from '../exchange/signature.ts'
import { Annotator } from '../model/annotator.ts'
import { AnnotatorId, LabelId } from '../model/ids.ts'
import { call, JobId, nothing, type Outcome, step } from './call.ts'
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

/** A file for the project that the person opened from outside: main has it already. */
export interface HandedFile {
  readonly file: FileId
  readonly name: string
  readonly bytes: number
}

export interface Merged {
  readonly files: readonly MergedFile[]
  /** Whether the project is another now. */
  readonly changed: boolean
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
  /** How many records of each kind it has. */
  readonly counts: Counts
  /** The same without those of which it only says that they are gone. */
  readonly shown: Counts
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

/** A key by which signatures are known. */
export interface KnownKey {
  readonly name: string
  readonly key: PublicKey
  /** As people read it to one another. */
  readonly fingerprint: string
  /** ISO 8601, UTC. */
  readonly since: string
}

export interface Keys {
  /** The fingerprints of this person's own keys on this computer; none before something was signed. */
  readonly own: readonly string[]
  /** In the order in which they were bound. */
  readonly trusted: readonly KnownKey[]
}

const FileToMerge = z.strictObject({ file: FileId, name: z.string().min(1).max(1000) })

const merging = {
  files: z.array(FileToMerge).min(1).max(1000),
  /** Of files of other projects: what their labels are taken for, by their names there; null leaves one out. */
  labels: z.record(z.string().max(1000), LabelId.nullable()).default({}),
  /** What the person takes although its sender signed otherwise before. */
  accepted: z.array(Accepted).max(1000).default([]),
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
  /** Decrypts a file that has come, where it stands. Throws a refusal, and leaves it as it is: `wrong-passphrase`. */
  'exchange.unseal': call<null>()(z.strictObject({ file: FileId, passphrase: Passphrase })),
  /** Removes files that are not needed any more. */
  'exchange.drop': call<null>()(z.strictObject({ files: z.array(FileId).max(1000) })),
  /** The files that the person opened from outside since this was asked last; they are the window's then. */
  'exchange.handed': call<readonly HandedFile[]>()(nothing),
  /** What a merge of these files, one after the other, would bring. Nothing is changed. */
  'exchange.preview': call<readonly MergedFile[]>()(z.strictObject(merging)),
  /** Merges them; one undo takes all of it back. Stopped, it leaves the files that were merged until then. */
  'exchange.merge': step<Merged>()(z.strictObject(merging)),
  /** Writes a file for colleagues; the host asks where. Null: the person dismissed the dialog. */
  'exchange.share': call<Shared | null>()(
    z.strictObject({
      part: SharedPart,
      packed: z.boolean().default(true),
      signed: z.boolean().default(true),
      /** With which the file is encrypted; null for not at all. */
      passphrase: NewPassphrase.nullable().default(null),
      job: JobId,
    }),
  ),
  /** Who has been sent what changed, the last one first. */
  'exchange.colleagues': call<readonly Colleague[]>()(nothing),
  /** The key that signs here, and those that are bound to people. */
  'exchange.keys': call<Keys>()(nothing),
  /** Binds a key to the person whose it is, as that person said. */
  'exchange.trust': call<Keys>()(z.strictObject({ annotator: Annotator, key: PublicKey })),
  /** Binds a key to nobody any more. */
  'exchange.forget-key': call<Keys>()(z.strictObject({ key: PublicKey })),
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
