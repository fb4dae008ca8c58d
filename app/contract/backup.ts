import { z } from 'zod'
import { call, JobId, nothing } from './call.ts'
import type { Session } from './session.ts'

/** How much a project has. */
export interface BackupContent {
  readonly articles: number
  /** Who has annotated in it, and how much, most first. */
  readonly annotators: readonly { readonly name: string; readonly annotations: number }[]
  /** How many changes its history has. */
  readonly changes: number
  /** When the last one was made; null where there is none. */
  readonly lastChange: string | null
}

export interface Backup {
  /** Its file's name, by which it is restored. */
  readonly name: string
  readonly made: string
  readonly bytes: number
  /** Null where it cannot be read. */
  readonly content: BackupContent | null
  /** It has a passphrase that is not the project's. */
  readonly otherwiseProtected: boolean
}

export interface Backups {
  /** The newest first. */
  readonly backups: readonly Backup[]
  /** What the project has now; null where it is damaged. */
  readonly now: BackupContent | null
}

/** What became of a damaged project. */
export interface Recovery {
  readonly session: Session
  /** The new file's name. */
  readonly fileName: string
  readonly articles: number
  readonly annotations: number
  /** Records that were brought back from the history. */
  readonly fromHistory: number
  /** What had to be made anew, a sentence each. */
  readonly remade: readonly string[]
  /** Titles, or where those are lost too, ids. */
  readonly lostArticles: readonly string[]
  readonly lostAnnotations: number
}

/** Of the open project; where none is open, of the one that could not be opened because it is damaged. */
export const backupCalls = {
  /** What could be restored. */
  'backup.list': call<Backups>()(nothing),
  /** Makes a backup now. True where one was needed: something was changed since the last. */
  'backup.make': call<boolean>()(z.strictObject({ job: JobId })),
  /** Puts a backup in the place of the project, which is itself kept; or, `beside`, opens a copy of it. */
  'backup.restore': call<Session>()(
    z.strictObject({ name: z.string().min(1).max(300), beside: z.boolean(), job: JobId }),
  ),
  /** Recovers the damaged project into a new file beside it, and opens that. */
  'backup.recover': call<Recovery>()(z.strictObject({ job: JobId })),
} as const
