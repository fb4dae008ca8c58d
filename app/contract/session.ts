import { z } from 'zod'
import { type Annotator, AnnotatorName } from '../model/annotator.ts'
import type { Codebook } from '../model/codebook.ts'
import { AnnotatorId } from '../model/ids.ts'
import { PreferenceChange, type Preferences } from '../model/preferences.ts'
import { Project } from '../model/project.ts'
import { ReadyCodebook } from '../model/ready-codebook.ts'
import { call, nothing, type UndoState } from './call.ts'
import type { LockedProject } from './protection.ts'

/** Who works here, with which project, in which host. */
export interface Session {
  readonly version: string
  readonly host: 'electron' | 'browser'
  /** Whose layer is written here: the person's, or that of their second reading while they are in it. */
  readonly annotator: Annotator
  /** The person: in a project, who they said that they are in it. */
  readonly person: Annotator
  /** The open project; null where there is none. */
  readonly project: OpenProject | null
  /** Where no project is open, the one that could not be opened because it is damaged. */
  readonly damaged: DamagedProject | null
  /** The project that waits for its passphrase; null where none does. Another may be open meanwhile. */
  readonly locked: LockedProject | null
  readonly recent: readonly RecentProject[]
  /** True while the person works offline: then nothing is fetched, even on demand. */
  readonly offline: boolean
  readonly preferences: Preferences
  /** Whether it is known where releases are, and this host can show them. */
  readonly releases: boolean
}

export interface OpenProject {
  /**
   * Which file it is: another one where something else is opened, a backup restored say, so that what the window knew of
   * what was open before is not of this; the same once it was locked, or after a copy of it was opened to go on with.
   */
  readonly opening: string
  readonly project: Project
  /** The file's name without its folder. */
  readonly fileName: string
  readonly codebook: Codebook
  /** Whether it has a passphrase. */
  readonly isProtected: boolean
  readonly undo: UndoState
  /** Null where nothing is known against the place of the file, or that is not known yet. */
  readonly synchronised: SynchronisedPlace | null
  /** Why this session has no backup, a refusal's message; null where nothing is known against it. */
  readonly notBackedUp: string | null
}

/**
 * What is worked on, and in whose layer: a window says it with every step, and one that is of another than is open
 * is refused (`elsewhere`).
 */
export const workOf = (opening: string, { id }: Pick<Annotator, 'id'>): string => `${opening} ${id}`

/** What synchronises the folder in which a project file lies: a danger to the work in it. */
export interface SynchronisedPlace {
  /** Its name; null for the team folder, whatever synchronises that. */
  readonly synchroniser: string | null
}

export interface DamagedProject {
  /** The file's name without its folder. */
  readonly fileName: string
  /** What was found, a sentence. */
  readonly message: string
}

export interface RecentProject {
  readonly path: string
  readonly name: string
  /** Whether it had a passphrase when it was open last. */
  readonly isProtected: boolean
}

export const sessionCalls = {
  /** Changes how Assay looks and behaves on this computer; what is not named stays. */
  'preferences.change': call<Session>()(PreferenceChange),
  /** Who works here, with which project. */
  'session.state': call<Session>()(nothing),
  /** Changes the name of the person who works here, in this and in every later project. */
  'session.rename': call<Session>()(z.strictObject({ name: AnnotatorName })),
  /** “That is me”: which annotator of the open project the person is from now on; null for themselves. */
  'session.identify': call<Session>()(z.strictObject({ annotator: AnnotatorId.nullable() })),
  /** Begins the person's second reading of what was dealt to them again, or ends it. */
  'session.read-again': call<Session>()(z.strictObject({ on: z.boolean() })),
  /** Whether Assay may fetch a page when the person asks for it. */
  'session.offline': call<Session>()(z.strictObject({ offline: z.boolean() })),
  /** Makes a project with one of the ready codebooks and opens it. Null: the person dismissed the dialog. */
  'project.create': call<Session | null>()(
    z.strictObject({ name: Project.unwrap().shape.name, codebook: ReadyCodebook.default('default') }),
  ),
  /** Opens a project; without a path the host asks for one. Null: the person dismissed the dialog. */
  'project.open': call<Session | null>()(z.strictObject({ path: z.string().min(1).max(4096).nullable() })),
  /** Whether the open project still is where it was opened. Refuses (`moved`) where it is not. */
  'project.in-place': call<null>()(nothing),
  /** Copies the open project, whole, to where it was, or beside what is there now, and opens the copy. Null: the person dismissed the dialog. */
  'project.save-copy': call<Session | null>()(nothing),
} as const
