/** Files of annotation tools: corpora in one of the formats of app/formats. */
import { TextDecoder } from 'node:util'
import { Refusal } from '#app/failure'
import { codebookBeside, isManifest } from '#app/formats/beside'
import type { Format, GivenFile, Reader } from '#app/formats/format'
import { formats, formatWithId } from '#app/formats/index'
import { type FileCodebook, NO_CODEBOOK } from './codebook-of-file.ts'
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
 * Reads files that are an annotated corpus, one file or the members of an archive; undefined where they are none. A
 * manifest of ours is passed over, and a codebook beside a corpus says what its labels and attributes are. Throws a refusal where they are one and cannot be read.
 *
 * @param id of the format, where the person named it; it is then not recognised, but taken
 */
export async function readAnnotatedCorpus(
  files: readonly SourceFile[],
  id?: string,
): Promise<AnnotatedCorpus | undefined> {
  const { corpus, codebook, isNothing } = apart(files)
  if (isNothing) return { ...codebook, drafts: [] }
  const format = id === undefined ? recognised(corpus) : chosen(id)
  if (!format) return undefined
  const { labels, attributes, articles } = await format.read.read(corpus)
  const drafts = [...articles]
  if (drafts.length === 0 && labels.length === 0)
    throw new Refusal('unreadable', 'There is nothing in it to import. Choose another file.')
  return {
    labels: joined(codebook.labels, labels),
    attributes: joined(codebook.attributes, attributes),
    drafts,
  }
}

/** Whether files are an annotated corpus. */
export function isAnnotatedCorpus(files: readonly SourceFile[]): boolean {
  const { corpus, isNothing } = apart(files)
  return isNothing || recognised(corpus) !== undefined
}

/** The files of a corpus without what Assay put beside them, and what that says. */
function apart(files: readonly SourceFile[]): {
  readonly corpus: readonly GivenFile[]
  readonly codebook: FileCodebook
  /** Whether there is nothing but what stands beside a corpus. */
  readonly isNothing: boolean
} {
  const corpus: GivenFile[] = []
  let codebook = NO_CODEBOOK
  for (const file of files.map(givenFile)) {
    const beside = codebookBeside(file)
    if (beside) codebook = beside
    else if (!isManifest(file)) corpus.push(file)
  }
  return { corpus, codebook, isNothing: files.length > 0 && corpus.length === 0 }
}

/** What a codebook says, and what a corpus has besides. */
const joined = <T extends { readonly id: string }>(said: readonly T[], others: readonly T[]): T[] => [
  ...said,
  ...others.filter(({ id }) => said.every(one => one.id !== id)),
]

function recognised(files: readonly GivenFile[]): Readable | undefined {
  const format = formats.find((one): one is Readable => one.read?.recognises(files) ?? false)
  return format && liesAmongOthers(format, files) ? undefined : format
}

/** Texts that stand for themselves: beside a corpus they are none of it. */
const TEXT = /\.(?:txt|text|md|markdown|html?|xhtml|docx|odt|rtf|epub|pdf|eml|csv|tsv|xlsx)$/i

/**
 * Whether an archive only has files of a format, each of them whole by itself, among other texts: all come in one by one
 * then, and nothing is passed over. A format that is an archive itself may have anything in it.
 */
function liesAmongOthers({ packaging, read }: Readable, files: readonly GivenFile[]): boolean {
  if (packaging === 'zip' || files.length < 2) return false
  const others = files.filter(file => !read.recognises([file]))
  return others.length < files.length && others.some(({ path }) => TEXT.test(path))
}

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
