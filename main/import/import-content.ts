import type { Content, Correction, ImportedFile } from '#app/contract'
import type { Codebook } from '#app/model/codebook'
import { changeCodebook } from '#main/codebook/change-codebook'
import type { Store } from '#main/store/store'
import type { Bibliography } from './bibliography.ts'
import { adopt, type LabelChoices, unknownLabels } from './codebook-of-file.ts'
import { type Importing, importDraft } from './import-draft.ts'
import { type Read, readContent } from './read-content.ts'
import { joinMetadata } from './references/metadata-record.ts'
import type { Draft } from './source.ts'

type By = Omit<Importing, 'origin'>

/** What completes an import. */
export interface ImportOptions {
  readonly corrections?: readonly Correction[]
  /** What becomes of labels that the codebook has not; those that are not named are left out. */
  readonly labels?: LabelChoices
  /** The works that complete the files of this import. */
  readonly bibliography?: Bibliography
}

/** Writes what was read as articles of the project: all of it, or, where that throws, nothing. */
export function importRead(
  store: Store,
  { reading, fileName, origin }: Read,
  by: By,
  { corrections = [], labels = {}, bibliography }: ImportOptions = {},
): ImportedFile {
  const { drafts, records, codebook, refused } = reading
  const works = bibliography?.with(records) ?? records
  const complete = drafts.map((draft, place) =>
    corrected(joinMetadata(draft, fileName, works), place, corrections),
  )
  const unknown = unknownLabels(store.codebook(), codebook, complete).map(one => one.name)
  const adoption = adopt(store.codebook(), codebook, complete, labels)
  const articles = store.together(() => {
    enlargeCodebook(store, adoption.added, by, fileName)
    return complete.map(draft => importDraft(store, draft, { ...by, origin }, adoption))
  })
  return {
    articles,
    refused: refused.map(({ name, failure }) => ({ name, message: failure.message })),
    unknownLabels: unknown.filter(name => !Object.hasOwn(labels, name)),
    labelsAdded: adoption.added.labels.length,
    works: records.length,
  }
}

/** Adds to the codebook what a file brings, as an edition that names the file. */
function enlargeCodebook(store: Store, added: Codebook, by: By, fileName: string): void {
  const { labels, attributes } = store.codebook()
  changeCodebook(
    store,
    { labels: [...labels, ...added.labels], attributes: [...attributes, ...added.attributes] },
    {
      by: by.by,
      ...(by.group ? { group: by.group } : {}),
      reason: fileName.slice(0, 4000),
      at: new Date().toISOString(),
    },
  )
}

/** Imports all articles that a file holds. Throws a refusal where it cannot be read; then nothing is imported. */
export async function importContent(
  store: Store,
  content: Content,
  by: By,
  options: ImportOptions = {},
): Promise<ImportedFile> {
  return importRead(store, await readContent(content), by, options)
}

/** A draft with what the person changed of it. */
function corrected(draft: Draft, place: number, corrections: readonly Correction[]): Draft {
  const metadata = corrections.find(one => one.draft === place)?.metadata
  return metadata ? { ...draft, metadata: { ...draft.metadata, ...given(metadata) } } : draft
}

/** Without fields that are undefined, which would hide what is known. */
const given = (metadata: Correction['metadata']): Draft['metadata'] =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
