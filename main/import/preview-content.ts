import type { Columns, Content, DraftPreview, SourcePreview, TablePreview } from '#app/contract'
import { articleId } from '#app/model/article'
import { TABLE_ENDINGS } from '#app/model/source-endings'
import { normalise } from '#app/text/normalise'
import type { Store } from '#main/store/store'
import { unknownLabels } from './codebook-of-file.ts'
import { type Read, readContent } from './import-content.ts'
import { completeMetadata, sha256 } from './import-draft.ts'
import { previewSafely } from './read-safely.ts'
import type { Reader } from './reader.ts'
import { recognise } from './recognise.ts'
import type { Draft } from './source.ts'

/** Drafts that a preview shows. */
const SHOWN = 50
/** UTF-16 units of each that it shows. */
const BEGINNING = 6_000

/** The columns chosen for tables before, by their heads. */
export type KnownColumns = readonly { readonly header: readonly string[]; readonly columns: Columns }[]

/** A file that has been read to be looked at. */
export interface Looked {
  readonly table: TablePreview | null
  /** Null where it is a table whose text column nobody can guess: it is shown, so that the person can name it. */
  readonly read: Read | null
}

/** Reads a file to be looked at. Throws a refusal with the reason where it cannot be read. */
export async function lookInto(content: Content, known: KnownColumns, reader?: Reader): Promise<Looked> {
  const table = await tableOf(content, known, reader)
  if (table && !table.columns) return { table, read: null }
  const columns = table?.columns
  const chosen = content.kind === 'file' && columns ? { ...content, columns } : content
  return { table, read: await readContent(chosen, reader) }
}

/** What a file that was looked into would come in as. */
export function previewOf(store: Store, { table, read }: Looked): SourcePreview {
  if (!read)
    return {
      ...{ drafts: [], count: table?.count ?? 0 },
      refused: [],
      table,
      annotations: [],
      unknownLabels: [],
    }
  const { drafts, codebook, refused } = read.reading
  return {
    drafts: drafts.slice(0, SHOWN).map(draft => preview(store, draft)),
    count: drafts.length,
    refused: refused.map(({ name, failure }) => ({ name, message: failure.message })),
    table,
    annotations: annotationsIn(drafts),
    unknownLabels: unknownLabels(store.codebook(), codebook, drafts),
  }
}

/** How many annotations there are of each annotator, by the name in the file; empty for whoever imports it. */
function annotationsIn(drafts: readonly Draft[]): SourcePreview['annotations'] {
  const counts = new Map<string, number>()
  for (const { annotator = '' } of drafts.flatMap(draft => draft.annotations ?? []))
    counts.set(annotator, (counts.get(annotator) ?? 0) + 1)
  return [...counts].map(([annotator, count]) => ({ annotator, count }))
}

/** The table that a file is, with its columns: as named, as chosen for such a table before, or as guessed. */
async function tableOf(content: Content, known: KnownColumns, reader?: Reader): Promise<TablePreview | null> {
  if (content.kind !== 'file' || !TABLE_ENDINGS.includes(recognise(content.bytes, content.name))) return null
  const table = await previewSafely(content.bytes, content.name, {}, reader)
  if (!table) return null
  const before = known.find(({ header }) => JSON.stringify(header) === JSON.stringify(table.header))
  return { ...table, columns: content.columns ?? before?.columns ?? table.columns ?? null }
}

function preview(store: Store, draft: Draft): DraftPreview {
  const text = normalise(draft.text)
  return {
    metadata: completeMetadata(draft.metadata, text),
    text: text.slice(0, BEGINNING),
    length: text.length,
    known: store.tables.article.get(articleId(sha256(text))) !== undefined,
  }
}
