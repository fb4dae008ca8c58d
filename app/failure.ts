/**
 * Failures that a person can meet. Each is plain data: a code for programs and one sentence for people
 * that says what to do. It is the same in the window, in the browser host and on the command line.
 */

export type FailureCode =
  /** The input does not have the form that was asked for. */
  | 'invalid-input'
  /** What was asked for is not there. */
  | 'not-found'
  /** It is there already. */
  | 'exists'
  /** It stands in the way of the rules of the project (a range outside the text, a label in use …). */
  | 'conflict'
  /** A file cannot be read as what it claims to be. */
  | 'unreadable'
  /** The file or project is larger than Assay takes. */
  | 'too-large'
  /** Another window or command has the project open, or holds it for the moment. */
  | 'busy'
  /** Written by a newer version of Assay. */
  | 'newer-version'
  /** The project file is damaged. */
  | 'damaged'
  /** The file is signed by another key than its sender's, or no longer signed; a person may take it all the same. */
  | 'untrusted'
  /** The file is encrypted, and no passphrase was given. */
  | 'needs-passphrase'
  /** The file is encrypted with another passphrase than the one given. */
  | 'wrong-passphrase'
  /** The disk did not take it: full, read-only, gone. */
  | 'disk'
  /** The project file was moved, deleted or replaced while it was open. */
  | 'moved'
  /** The step is of a project, or a layer, that is not the one that is open. */
  | 'elsewhere'
  /** Nothing is left to undo or redo. */
  | 'nothing-to-undo'
  /** The person stopped it. */
  | 'cancelled'
  /** A fault of Assay's own. */
  | 'internal'

export interface Failure {
  readonly code: FailureCode
  /** One sentence for a person, which says what to do. */
  readonly message: string
  /** What a program may want besides: names, numbers, positions. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Carries a failure through code that returns something else. Anything else that is thrown is a bug. */
export class Refusal extends Error implements Failure {
  readonly code: FailureCode
  readonly details?: Readonly<Record<string, unknown>>

  constructor(code: FailureCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    if (details) this.details = details
  }
}

/** The failure as data. What is not a refusal is a fault of Assay's own: its stack goes to `report`, not out. */
export function toFailure(thrown: unknown, report: (fault: unknown) => void): Failure {
  if (thrown instanceof Refusal) {
    const { code, message, details } = thrown
    return details ? { code, message, details } : { code, message }
  }
  report(thrown)
  return {
    code: 'internal',
    message: 'Assay made a mistake here. Nothing was changed; please try again, and report it if it stays.',
  }
}

/** Marks the branch of a union that cannot be reached; a new member of the union becomes a compile error. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
