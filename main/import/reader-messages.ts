/** What goes between `read-safely.ts` and the process that reads. */
import type { Failure } from '#app/failure'
import type { ProjectKey } from '#main/store/protection/project-key'
import type { FileCodebook } from './codebook-of-file.ts'
import type { MetadataRecord } from './references/metadata-record.ts'
import type { TablePreview } from './rows/preview-table.ts'
import type { Draft, ReadOptions } from './source.ts'
import type { Member } from './zip/members.ts'

/** UTF-16 units of a text in which its language is looked for. */
export const LANGUAGE_SAMPLE = 2000

export interface FileQuestion {
  /** `language` asks it of a text, in UTF-8; the others ask what is in a file. */
  readonly ask: 'drafts' | 'members' | 'table' | 'language'
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly options: ReadOptions
}

/** Asks whether a project is whole. */
export interface ProjectQuestion {
  readonly ask: 'is-whole'
  readonly path: string
  readonly key: ProjectKey | undefined
}

export type ReaderQuestion = FileQuestion | ProjectQuestion

export interface DraftsAnswer {
  readonly is: 'drafts'
  readonly drafts: readonly Draft[]
  readonly records: readonly MetadataRecord[]
  /** What an annotated corpus says of its labels and attributes. */
  readonly codebook: FileCodebook
  /** Of the bytes, hexadecimal. */
  readonly sha256: string
}

export type ReaderAnswer =
  | DraftsAnswer
  | { readonly is: 'members'; readonly members: readonly Member[] }
  | { readonly is: 'table'; readonly table: TablePreview | undefined }
  | { readonly is: 'language'; readonly language: string }
  | { readonly is: 'whole' }
  | { readonly is: 'failure'; readonly failure: Failure }
