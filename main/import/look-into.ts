/** The first half of a preview: main has the file read. What it would come in as is said in the jobs' thread. */
import type { Columns, Content, TablePreview } from '#app/contract'
import { TABLE_ENDINGS } from '#app/model/source-endings'
import { type Read, readContent } from './read-content.ts'
import { previewSafely } from './read-safely.ts'
import type { Reader } from './reader.ts'
import { recognise } from './recognise.ts'

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

/** The table that a file is, with its columns: as named, as chosen for such a table before, or as guessed. */
async function tableOf(content: Content, known: KnownColumns, reader?: Reader): Promise<TablePreview | null> {
  if (content.kind !== 'file' || !TABLE_ENDINGS.includes(recognise(content.bytes, content.name))) return null
  const table = await previewSafely(content.bytes, content.name, {}, reader)
  if (!table) return null
  const before = known.find(({ header }) => JSON.stringify(header) === JSON.stringify(table.header))
  return { ...table, columns: content.columns ?? before?.columns ?? table.columns ?? null }
}
