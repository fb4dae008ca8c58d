/** Files of annotation tools: corpora in one of the formats of app/formats. */
import { TextDecoder } from 'node:util'
import { Refusal } from '#app/failure'
import type { Format, GivenFile, Reader } from '#app/formats/format'
import { formats, formatWithId } from '#app/formats/index'
import type { FileCodebook } from './codebook-of-file.ts'
import type { Draft } from './source.ts'

export interface AnnotatedCorpus extends FileCodebook {
  readonly drafts: readonly Draft[]
}

interface SourceFile {
  readonly path: string
  readonly bytes: Uint8Array
}

type Readable = Format & { readonly read: Reader }

/**
 * Reads files that are an annotated corpus, one file or the members of an archive; undefined where they are none.
 * Throws a refusal where they are one and cannot be read.
 *
 * @param id of the format, where the person named it; it is then not recognised, but taken
 */
export async function readAnnotatedCorpus(
  files: readonly SourceFile[],
  id?: string,
): Promise<AnnotatedCorpus | undefined> {
  const given = files.map(givenFile)
  const format = id === undefined ? recognised(given) : chosen(id)
  if (!format) return undefined
  const { labels, attributes, articles } = await format.read.read(given)
  const drafts = [...articles]
  if (drafts.length === 0 && labels.length === 0)
    throw new Refusal('unreadable', 'There is nothing in it to import. Choose another file.')
  return { labels, attributes, drafts }
}

/** Whether files are an annotated corpus. */
export const isAnnotatedCorpus = (files: readonly SourceFile[]): boolean =>
  recognised(files.map(givenFile)) !== undefined

const recognised = (files: readonly GivenFile[]): Readable | undefined =>
  formats.find((format): format is Readable => format.read?.recognises(files) ?? false)

function chosen(id: string): Readable {
  const format = formatWithId(id)
  if (format?.read) return format as Readable // asked just before
  const readable = formats.filter(one => one.read).map(one => one.id)
  throw new Refusal('invalid-input', `Assay reads no “${id}”. It reads ${readable.join(', ')}.`)
}

function givenFile({ path, bytes }: SourceFile): GivenFile {
  let text: string | undefined
  return {
    path,
    bytes,
    text() {
      text ??= new TextDecoder().decode(bytes)
      return text
    },
  }
}
