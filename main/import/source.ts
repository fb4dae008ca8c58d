/**
 * A source is a kind of file that articles come in. To add one, write its reader in a file of its own and
 * name it in `sources`.
 */
import { LARGEST_FILE } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Metadata } from '#app/model/article'
import { plainText } from './plain-text.ts'

/** What a source gave: the text as it stands there, not yet normalised, and what is known of it. */
export interface Draft {
  readonly text: string
  readonly metadata: Partial<Metadata>
}

export interface Source {
  /** File name endings that it reads, without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** What it is called in a dialog. */
  readonly name: string
  /** Throws a refusal (`unreadable`, with one sentence) where the bytes are not what they claim to be. */
  read(bytes: Uint8Array, fileName: string): Promise<readonly Draft[]>
}

export const sources: readonly Source[] = [plainText]

/** Reads a file of any kind that Assay knows. Throws a refusal with the reason where it cannot. */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<readonly Draft[]> {
  if (bytes.length === 0) throw new Refusal('unreadable', 'The file is empty.')
  if (bytes.length > LARGEST_FILE)
    throw new Refusal('too-large', 'The file is larger than 64 MB. Split it, then import the parts.')
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const source = sources.find(one => one.extensions.includes(extension)) ?? plainText
  return source.read(bytes, fileName)
}
