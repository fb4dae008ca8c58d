import { type Failure, Refusal } from '#app/failure'
import { checkLength } from './check-length.ts'
import { type FileCodebook, NO_CODEBOOK } from './codebook-of-file.ts'
import { type Limits, Reader } from './reader.ts'
import { type DraftsAnswer, LANGUAGE_SAMPLE } from './reader-messages.ts'
import { recognise } from './recognise.ts'
import type { MetadataRecord } from './references/metadata-record.ts'
import type { TablePreview } from './rows/preview-table.ts'
import type { Draft, ReadOptions } from './source.ts'
import type { Member } from './zip/members.ts'

/** What a file gave. */
export interface Reading {
  readonly drafts: readonly Draft[]
  /** The works of a bibliography, to complete the drafts of other files (`joinMetadata`). */
  readonly records: readonly MetadataRecord[]
  /** What an annotated corpus says of its labels and attributes. */
  readonly codebook: FileCodebook
  /** Files within an archive that could not be read. The file itself, if it cannot be read, is thrown. */
  readonly refused: readonly { readonly name: string; readonly failure: Failure }[]
  /** SHA-256 of the file, hexadecimal; empty for an archive, whose drafts know the files that they are of. */
  readonly sha256: string
}

export interface SafeReading extends Limits {
  readonly options?: ReadOptions | undefined
}

/** Archives within an archive are opened, those within these are not. */
const DEEPEST_ARCHIVE = 1

const shared = new Reader()

/**
 * Reads a file of any kind that Assay knows, or an archive of such files, in a process of its own that is killed
 * when it takes too long, too much memory, or the caller's signal fires. Throws a refusal with the reason.
 *
 * @param reader the process to use; one is shared by default
 */
export async function readSafely(
  bytes: Uint8Array,
  fileName: string,
  limits: SafeReading = {},
  reader: Reader = shared,
): Promise<Reading> {
  return readFile(bytes, fileName, limits, reader, 0)
}

/**
 * The beginning of a table, so that its columns can be chosen before it is read; undefined where the file is none.
 */
export async function previewSafely(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits = {},
  reader: Reader = shared,
): Promise<TablePreview | undefined> {
  checkLength(bytes)
  const answer = await reader.ask({ ask: 'table', bytes, fileName, options: {} }, limits)
  return answer.is === 'table' ? answer.table : undefined
}

/**
 * The language of a text; empty where it cannot be told. It is asked there because what tells it takes 160 MB, which
 * this process would keep.
 */
export async function detectSafely(
  text: string,
  limits: Limits = {},
  reader: Reader = shared,
): Promise<string> {
  const bytes = new TextEncoder().encode(text.slice(0, LANGUAGE_SAMPLE))
  try {
    const answer = await reader.ask({ ask: 'language', bytes, fileName: '', options: {} }, limits)
    return answer.is === 'language' ? answer.language : ''
  } catch (thrown) {
    // A text of which nobody can tell the language is a text all the same.
    if (thrown instanceof Refusal && thrown.code !== 'cancelled') return ''
    throw thrown
  }
}

/** Ends the shared process, which otherwise waits for more files. */
export const closeReader = (): Promise<void> => shared.close()

async function readFile(
  bytes: Uint8Array,
  fileName: string,
  limits: SafeReading,
  reader: Reader,
  depth: number,
): Promise<Reading> {
  const { options = {} } = limits
  checkLength(bytes)
  if (recognise(bytes, fileName) === 'zip') {
    if (depth > DEEPEST_ARCHIVE)
      throw new Refusal(
        'unreadable',
        'It is an archive within an archive within an archive. Unpack the outer one, then import it.',
      )
    const answer = await reader.ask({ ask: 'members', bytes, fileName, options }, limits)
    if (answer.is === 'members') return readMembers(answer.members, limits, reader, depth)
    return answer.is === 'drafts' ? readingOf(answer) : NOTHING
  }
  const answer = await reader.ask({ ask: 'drafts', bytes, fileName, options }, limits)
  return answer.is === 'drafts' ? readingOf(answer) : NOTHING
}

const NOTHING: Reading = { drafts: [], records: [], codebook: NO_CODEBOOK, refused: [], sha256: '' }

const readingOf = ({ is: _, ...reading }: DraftsAnswer): Reading => ({ ...NOTHING, ...reading })

async function readMembers(
  members: readonly Member[],
  limits: SafeReading,
  reader: Reader,
  depth: number,
): Promise<Reading> {
  const drafts: Draft[] = []
  const records: MetadataRecord[] = []
  let codebook = NO_CODEBOOK
  const refused: { name: string; failure: Failure }[] = []
  for (const { name, content } of members) {
    try {
      if (!(content instanceof Uint8Array)) throw new Refusal(content.code, content.message)
      const inner = await readFile(content, name, limits, reader, depth + 1)
      const within = ({ origin }: Draft) =>
        origin ? { ...origin, name: `${name}/${origin.name}` } : { name, sha256: inner.sha256 }
      drafts.push(...inner.drafts.map(draft => ({ ...draft, origin: within(draft) })))
      records.push(...inner.records)
      codebook = {
        labels: [...codebook.labels, ...inner.codebook.labels],
        attributes: [...codebook.attributes, ...inner.codebook.attributes],
      }
      refused.push(...inner.refused.map(one => ({ ...one, name: `${name}/${one.name}` })))
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code === 'cancelled') throw thrown
      refused.push({ name, failure: { code: thrown.code, message: thrown.message } })
    }
  }
  return { drafts, records, codebook, refused, sha256: '' }
}
