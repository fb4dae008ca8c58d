import type { Corpus } from './corpus.ts'

export interface WriteOptions {
  /** Spreadsheet formats: cells that a spreadsheet would run as a formula are written as they are. */
  readonly raw: boolean
}

/** A way in which a corpus goes out. */
export interface Format {
  /** What the command line and the contract call it. */
  readonly id: string
  /** What a dialog calls it. */
  readonly name: string
  /** One sentence for the person who chooses. */
  readonly description: string
  /** Of the file, without the dot. */
  readonly extension: string
  /** The pieces of the file in order, to be joined; UTF-8. One article is in memory at a time. */
  write(corpus: Corpus, options: WriteOptions): Iterable<string>
}
