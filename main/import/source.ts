/**
 * A source is a kind of file that articles come in. To add one, write its reader in a file of its own and
 * name it in `sources`.
 */
import { Refusal } from '#app/failure'
import type { ReadArticle } from '#app/formats/read-corpus'
import type { Origin } from '#app/model/article'
import { checkLength } from './check-length.ts'
import { plainText } from './plain-text.ts'
import { recognise } from './recognise.ts'
import type { Columns } from './rows/columns.ts'
import { sources } from './sources.ts'

export { sources }

/** What a source gave: the text as it stands there, not yet normalised, and what comes with it. */
export interface Draft extends ReadArticle {
  /** The file within an archive that it came from; absent where that is the file that was read. */
  readonly origin?: Origin
  /** What its text looks to be written in, for where nothing says it: ISO 639-1; empty where it cannot be told. */
  readonly detectedLanguage?: string
}

export interface ReadOptions {
  /** Which column of a table, or field of a JSON record, is what; else it is guessed. */
  readonly columns?: Columns
  /** The encoding that a server named. */
  readonly charset?: string
  /** The id of the format of an annotated corpus that the file is; else it is recognised. */
  readonly format?: string
  /** Where a page was fetched from. */
  readonly url?: string
}

export interface Source {
  /** File name endings that it reads, without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** What it is called in a dialog. */
  readonly name: string
  /** Throws a refusal (`unreadable`, with one sentence) where the bytes are not what they claim to be. */
  read(bytes: Uint8Array, fileName: string, options: ReadOptions): Promise<readonly Draft[]>
}

/**
 * Reads a file of any kind that Assay knows. Throws a refusal with the reason where it cannot. It runs in the
 * caller's process: for files that nobody has looked at, use `readSafely`.
 */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<readonly Draft[]> {
  checkLength(bytes)
  const extension = recognise(bytes, fileName)
  if (extension === 'zip')
    throw new Refusal('unreadable', 'It is an archive. Unpack it, then import the files that it holds.')
  const source = sources.find(one => one.extensions.includes(extension)) ?? plainText
  try {
    return await source.read(bytes, fileName, options)
  } catch (thrown) {
    if (thrown instanceof RangeError)
      throw new Refusal('unreadable', 'The file is nested too deeply. Save it again with another program.')
    throw thrown
  }
}
