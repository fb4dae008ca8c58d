import type { Content, Correction, ImportedFile } from '#app/contract'
import type { Store } from '#main/store/store'
import type { Bibliography } from './bibliography.ts'
import { type Importing, importDraft, sha256 } from './import-draft.ts'
import { type Reading, readSafely } from './read-safely.ts'
import { joinMetadata } from './references/metadata-record.ts'
import type { Draft, ReadOptions } from './source.ts'

type By = Omit<Importing, 'origin'>

/** How an import is read: what completes it, and what stops it. */
export interface ImportOptions {
  readonly corrections?: readonly Correction[]
  /** The works that complete the files of this import. */
  readonly bibliography?: Bibliography
  readonly signal?: AbortSignal | undefined
}

/** Reads a file, in a process that can be killed, or takes a pasted text. Throws a refusal with the reason. */
export async function readContent(content: Content, signal?: AbortSignal): Promise<Reading> {
  if (content.kind === 'paste') {
    return { drafts: [{ text: content.text, metadata: { title: content.title } }], records: [], refused: [] }
  }
  const options: ReadOptions = {
    ...(content.columns ? { columns: content.columns } : {}),
    ...(content.charset ? { charset: content.charset } : {}),
    ...(content.url ? { url: content.url } : {}),
  }
  return readSafely(content.bytes, content.name, { options, signal })
}

/** Imports all articles that a file holds. Throws a refusal where it cannot be read; then nothing is imported. */
export async function importContent(
  store: Store,
  content: Content,
  by: By,
  { corrections = [], bibliography, signal }: ImportOptions = {},
): Promise<ImportedFile> {
  const origin =
    content.kind === 'file'
      ? { name: (content.url ?? content.name).slice(0, 4000), sha256: sha256(content.bytes) }
      : null
  const { drafts, records, refused } = await readContent(content, signal)
  const works = bibliography?.with(records) ?? records
  const fileName = content.kind === 'file' ? content.name : ''
  const complete = drafts.map((draft, place) =>
    corrected(joinMetadata(draft, fileName, works), place, corrections),
  )
  const imported = store.together(() => complete.map(draft => importDraft(store, draft, { ...by, origin })))
  return {
    articles: imported.map(({ unknownLabel: _, ...article }) => article),
    refused: refused.map(({ name, failure }) => ({ name, message: failure.message })),
    unknownLabels: [...new Set(imported.flatMap(({ unknownLabel }) => unknownLabel ?? []))],
    works: records.length,
  }
}

/** A draft with what the person changed of it. */
function corrected(draft: Draft, place: number, corrections: readonly Correction[]): Draft {
  const metadata = corrections.find(one => one.draft === place)?.metadata
  return metadata ? { ...draft, metadata: { ...draft.metadata, ...given(metadata) } } : draft
}

/** Without fields that are undefined, which would hide what is known. */
const given = (metadata: Correction['metadata']): Draft['metadata'] =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
