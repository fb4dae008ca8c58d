/** A way in which a codebook goes out, comes in, or both, without articles. `index.ts` names them all. */
import type { Codebook } from '../../model/codebook.ts'
import type { GivenFile } from '../format.ts'
import type { ReadAttribute, ReadLabel } from '../read-corpus.ts'

export interface CodebookFormat {
  /** What the command line and the contract call it. */
  readonly id: string
  /** What a dialog calls it. */
  readonly name: string
  /** Of the file, without the dot. */
  readonly extension: string
  /** The whole file, which goes out as UTF-8. */
  write(codebook: Codebook, occasion: Occasion): string
  /** What the file holds. Throws a refusal (`unreadable`, `newer-version`) that says where it is broken. */
  read?(file: GivenFile): ReadCodebook
}

/** From where and when a codebook goes out. */
export interface Occasion {
  /** The name of the project. */
  readonly project: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Of the application. */
  readonly version: string
}

/** A codebook as a file has it, in its order; `adoptCodebook` makes one of ours of it. */
export interface ReadCodebook {
  readonly labels: readonly ReadLabel[]
  readonly attributes: readonly ReadAttribute[]
}
