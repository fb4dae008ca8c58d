import { z } from 'zod'
import { NewPassphrase, Passphrase } from '../exchange/passphrase.ts'
import { call, JobId, nothing } from './call.ts'
import type { Session } from './session.ts'

/** A project that is protected, and waits for its passphrase. */
export interface LockedProject {
  /** The file's name without its folder. */
  readonly fileName: string
  /** Whether it was open in this window, and closed by the lock. */
  readonly wasOpen: boolean
}

/** What became of a project that was protected, or is no more. */
export interface Protection {
  readonly session: Session
  /** Backups that are under the new passphrase, or free of one. */
  readonly backups: number
  /** Backups that were removed because they could not be read. */
  readonly removed: number
  /** Backups that the disk did not take, and that are as they were. */
  readonly left: number
  /** Other copies beside the project, by their names, that are not protected. */
  readonly bare: readonly string[]
}

export const protectionCalls = {
  /**
   * Protects the open project with a passphrase, gives it another, or (`next` null) removes it; its backups with it.
   * Stopped before the project is written it changes nothing. Refuses (`wrong-passphrase`) where `passphrase` is not the
   * one that it has: null for a project without.
   */
  'project.protect': call<Protection>()(
    z.strictObject({ passphrase: Passphrase.nullable(), next: NewPassphrase.nullable(), job: JobId }),
  ),
  /** Closes the open project, which is protected, and forgets its key, as soon as no work is done on it. */
  'project.lock': call<Session>()(nothing),
  /** Opens the project that waits for its passphrase. Refuses (`wrong-passphrase`) where this is not it. */
  'project.unlock': call<Session>()(z.strictObject({ passphrase: Passphrase })),
  /** Lets go of the project that waits for its passphrase. */
  'project.leave-locked': call<Session>()(nothing),
  /** The person is there, or the window has something to save: the project is not locked for now. */
  'project.stay': call<null>()(nothing),
} as const
