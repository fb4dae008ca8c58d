import { z } from 'zod'
import { Metadata } from '../model/article.ts'
import { type ArticleId, GroupId, LabelId } from '../model/ids.ts'
import { call, nothing, step } from './call.ts'

/** What became of one article of an imported file. */
export interface ImportedArticle {
  readonly article: ArticleId
  readonly title: string
  readonly sentences: number
  /** False where the same text was in the project already. */
  readonly added: boolean
  /** How many annotations came with it that the project had not. */
  readonly annotations: number
}

/** What became of an imported file. */
export interface ImportedFile {
  readonly articles: readonly ImportedArticle[]
  /** Files within an archive that could not be read, and why. */
  readonly refused: readonly RefusedMember[]
  /** Labels that the codebook does not have and nobody chose what to do with: their annotations stayed out. */
  readonly unknownLabels: readonly string[]
  /** How many labels the codebook got. */
  readonly labelsAdded: number
  /** Works of a bibliography in it, which complete the other files of the import. */
  readonly works: number
}

export interface RefusedMember {
  readonly name: string
  readonly message: string
}

/** A file as it would come in, before it does. */
export interface SourcePreview {
  /** The first articles in it. */
  readonly drafts: readonly DraftPreview[]
  /** How many there are in all. */
  readonly count: number
  readonly refused: readonly RefusedMember[]
  /** The beginning of the table that the file is; null where it is none. */
  readonly table: TablePreview | null
  /** Whose annotations come with the articles, and how many. */
  readonly annotations: readonly { readonly annotator: string; readonly count: number }[]
  /** Labels that the codebook does not have, the most used first. */
  readonly unknownLabels: readonly { readonly name: string; readonly count: number }[]
}

export interface DraftPreview {
  readonly metadata: Metadata
  /** The beginning of the text. */
  readonly text: string
  /** UTF-16 units of the whole text. */
  readonly length: number
  /** True where the same text is in the project already. */
  readonly known: boolean
}

export interface TablePreview {
  readonly header: readonly string[]
  /** The first rows. */
  readonly rows: readonly (readonly string[])[]
  readonly count: number
  /** What the columns are: as chosen for a table with this head before, else as guessed; null where no column looks like the text. */
  readonly columns: Columns | null
}

/** A page that was fetched: a file like others, and where it came from. */
export interface FetchedFile {
  readonly name: string
  /** Base64. */
  readonly bytes: string
  readonly url: string
  /** The addresses that led there, the one that was asked for first. */
  readonly redirects: readonly string[]
  readonly charset: string | null
}

/** Largest file that is taken, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024
const LONGEST_TEXT = LARGEST_FILE

/** Which column of a table holds what, by the column's name. */
export const Columns = z
  .strictObject({
    text: z.string(),
    title: z.string().optional(),
    source: z.string().optional(),
    author: z.string().optional(),
    url: z.string().optional(),
    published: z.string().optional(),
    language: z.string().optional(),
    /** What the whole text is: the id or name of a label. */
    label: z.string().optional(),
    /** Who gave that label. */
    annotator: z.string().optional(),
  })
  .readonly()
export type Columns = z.infer<typeof Columns>

/** What an article is made of. */
const Content = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().min(1).max(1000),
    bytes: z.instanceof(Uint8Array),
    /** For a table: which column is what; undefined to guess. */
    columns: Columns.optional(),
    /** For a page that was fetched: from where, and in which encoding. */
    url: z.string().max(4000).optional(),
    charset: z.string().max(100).optional(),
    /** The id of the format of an annotated corpus that it is; undefined to recognise it. */
    format: z.string().max(50).optional(),
  }),
  z.strictObject({
    kind: z.literal('paste'),
    title: z.string().max(4000),
    text: z.string().max(LONGEST_TEXT),
  }),
])
export type Content = z.infer<typeof Content>

/** What the person changed of a draft in the preview. */
const Correction = z.strictObject({
  /** Its place in the file, from 0. */
  draft: z.int().min(0),
  metadata: Metadata.unwrap().partial(),
})
export type Correction = z.infer<typeof Correction>

export const sourceCalls = {
  /** Somebody is about to bring a text in: what reads it, and what writes it, is started meanwhile. */
  'source.expect': call<null>()(nothing),
  /** What a file, or a pasted text, would come in as. Nothing is written. */
  'source.preview': call<SourcePreview>()(z.strictObject({ content: Content })),
  /** Fetches a page that the person asked for. Refused while they work offline. */
  'source.fetch': call<FetchedFile>()(z.strictObject({ address: z.string().min(1).max(4000) })),
  /** Imports a file, or a pasted text. The articles of one group are undone as one. */
  'article.import': step<ImportedFile>()(
    z.strictObject({
      group: GroupId,
      content: Content,
      corrections: z.array(Correction).max(1000).default([]),
      /** What becomes of labels that the codebook has not, by their names; others are left out. */
      labels: z.record(z.string().max(1000), z.union([z.literal('add'), LabelId])).default({}),
    }),
  ),
} as const
