import type { ImportedArticle } from '#app/contract'
import type { Store } from '#main/store/store'
import { type Importing, importDraft, sha256 } from './import-draft.ts'
import { readSource } from './source.ts'

type By = Omit<Importing, 'origin'>

/** Imports all articles that a file holds. Throws a refusal with the reason where it cannot be read; then nothing is imported. */
export async function importFile(
  store: Store,
  bytes: Uint8Array,
  fileName: string,
  by: By,
): Promise<ImportedArticle[]> {
  const drafts = await readSource(bytes, fileName)
  const origin = { name: fileName.slice(0, 4000), sha256: sha256(bytes) }
  return store.together(() => drafts.map(draft => importDraft(store, draft, { ...by, origin })))
}

/** Imports a pasted text. Without a title, its first line is the title. */
export function importText(store: Store, text: string, title: string, by: By): ImportedArticle {
  return importDraft(store, { text, metadata: { title } }, { ...by, origin: null })
}
