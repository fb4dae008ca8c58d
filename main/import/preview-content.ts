import type { Columns, Content, DraftPreview, SourcePreview } from '#app/contract'
import { articleId } from '#app/model/article'
import { normalise } from '#app/text/normalise'
import type { Store } from '#main/store/store'
import { readContent } from './import-content.ts'
import { completeMetadata, sha256 } from './import-draft.ts'
import { previewSafely } from './read-safely.ts'
import type { Draft } from './source.ts'

/** Drafts that a preview shows. */
const SHOWN = 50
/** UTF-16 units of each that it shows. */
const BEGINNING = 6_000

/**
 * What a file would come in as. Throws a refusal with the reason where it cannot be read.
 *
 * @param known the columns that were chosen for tables before, by their heads
 */
export async function previewContent(
  store: Store,
  content: Content,
  known: readonly { readonly header: readonly string[]; readonly columns: Columns }[],
): Promise<SourcePreview> {
  const table = await tableOf(content, known)
  // A table whose text column nobody can guess is shown, so that the person can name it.
  if (table && !table.columns) return { drafts: [], count: table.count, refused: [], table }
  const columns = table?.columns
  const reading = await readContent(content.kind === 'file' && columns ? { ...content, columns } : content)
  return {
    drafts: reading.drafts.slice(0, SHOWN).map(draft => preview(store, draft)),
    count: reading.drafts.length,
    refused: reading.refused.map(({ name, failure }) => ({ name, message: failure.message })),
    table,
  }
}

/** The table that a file is, with its columns: as named, as chosen for such a table before, or as guessed. */
async function tableOf(
  content: Content,
  known: readonly { readonly header: readonly string[]; readonly columns: Columns }[],
): Promise<SourcePreview['table']> {
  const table = content.kind === 'file' ? await previewSafely(content.bytes, content.name) : undefined
  if (!table || content.kind !== 'file') return null
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
