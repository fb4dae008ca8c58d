/**
 * A format is a way in which a corpus goes out, comes in, or both. Its file beside this one holds all that is
 * known of it; `index.ts` names it; dialogs, command line and documentation take it from there.
 */
import type { Corpus } from './corpus.ts'
import type { Loss } from './losses.ts'
import type { ReadCorpus } from './read-corpus.ts'

export interface WriteOptions {
  /** Spreadsheet formats: cells that a spreadsheet would run as a formula are written as they are. */
  readonly raw: boolean
  /** Formats of several data files: a file for each language, in a folder of its own. */
  readonly partition: boolean
  /** ISO 8601, UTC: the moment of the export. */
  readonly at: string
  /** Of the application. */
  readonly version: string
  /** For formats that draw text themselves. */
  readonly typefaces?: Typefaces
}

/** The typefaces of this computer, as the bytes of their files: OpenType, TrueType or WOFF. */
export interface Typefaces {
  /** One that ships with Assay, by the name of its file. */
  shipped(file: string): Uint8Array
  /** What the system has for Chinese, Japanese and Korean, best first; Assay ships none, for their size. */
  eastAsian(): readonly SystemTypeface[]
}

export interface SystemTypeface {
  readonly name: string
  readonly bytes: Uint8Array
  /** The PostScript name of the one to take, where the file holds several. */
  readonly member?: string
}

/** A file that a format writes. Text goes out as UTF-8. */
export interface WrittenFile {
  /** Its path within the export, with `/`; of a format of one file, a name that is not used. */
  readonly path: string
  /** To be walked once, before the next file is asked for. */
  readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

/** A file that is read: whole, as it is in memory already. */
export interface GivenFile {
  /** Its path within the archive or folder that it came in, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** The bytes as UTF-8, without a byte order mark; what is no UTF-8 becomes U+FFFD. */
  text(): string
}

/** How the files of a format come: one by itself, several in a folder, or several in a zip with its own ending. */
export type Packaging = 'file' | 'folder' | 'zip'

/** What offsets in its files count. `none`: it has no offsets. */
export type OffsetUnit = 'code points' | 'UTF-16 units' | 'UTF-8 bytes' | 'none'

export interface Format {
  /** What the command line and the contract call it. */
  readonly id: string
  /** What a dialog calls it. */
  readonly name: string
  /** One sentence for the person who chooses. */
  readonly description: string
  /** Of the file, without the dot; for a folder, of the zip that it becomes where only one file can be given. */
  readonly extension: string
  readonly packaging: Packaging
  readonly offsets: OffsetUnit
  /** What of a project it cannot bear. */
  readonly losses: readonly Loss[]
  /** The options of `WriteOptions` that mean something to it. */
  readonly options?: readonly ('raw' | 'partition')[]
  readonly write?: Writer
  readonly read?: Reader
}

/** Gives the files one after the other. One article is in memory at a time. */
export type Writer = (
  corpus: Corpus,
  options: WriteOptions,
) => Iterable<WrittenFile> | AsyncIterable<WrittenFile>

export interface Reader {
  /**
   * Whether these files, one alone or all of an archive, are of this format. Looks at names and at beginnings
   * only, and never throws; formats are asked in the order of the registry.
   */
  recognises(files: readonly GivenFile[]): boolean
  /**
   * What the files hold. Throws a refusal (`unreadable`) that names the line or the file where one is broken,
   * also while the articles are walked.
   */
  read(files: readonly GivenFile[]): ReadCorpus | Promise<ReadCorpus>
}
