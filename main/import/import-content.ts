import type { Content, Correction, ImportedFile } from '#app/contract'
import type { Origin } from '#app/model/article'
import type { Codebook } from '#app/model/codebook'
import { changeCodebook } from '#main/codebook/change-codebook'
import type { Store } from '#main/store/store'
import type { Bibliography } from './bibliography.ts'
import { adopt, type LabelChoices, NO_CODEBOOK, unknownLabels } from './codebook-of-file.ts'
import { type Importing, importDraft } from './import-draft.ts'
import { type Reading, readSafely } from './read-safely.ts'
import type { Reader } from './reader.ts'
import { joinMetadata } from './references/metadata-record.ts'
import type { Draft, ReadOptions } from './source.ts'

type By = Omit<Importing, 'origin'>

/** What completes an import. */
export interface ImportOptions {
  readonly corrections?: readonly Correction[]
  /** What becomes of labels that the codebook has not; those that are not named are left out. */
  readonly labels?: LabelChoices
  /** The works that complete the files of this import. */
  readonly bibliography?: Bibliography
}

/** A file, or a pasted text, that has been read: what an import writes. */
export interface Read {
  readonly reading: Reading
  /** Empty for a pasted text. */
  readonly fileName: string
  readonly origin: Origin | null
}

/** Reads a file, in a process that can be killed, or takes a pasted text. Throws a refusal with the reason. */
export async function readContent(content: Content, reader?: Reader, signal?: AbortSignal): Promise<Read> {
  if (content.kind === 'paste') {
    const draft = { text: content.text, metadata: { title: content.title } }
    return {
      reading: { drafts: [draft], records: [], codebook: NO_CODEBOOK, refused: [], sha256: '' },
      fileName: '',
      origin: null,
    }
  }
  const { bytes, name, columns, charset, url, format } = content
  const options: ReadOptions = {
    ...(columns ? { columns } : {}),
    ...(charset ? { charset } : {}),
    ...(url ? { url } : {}),
    ...(format ? { format } : {}),
  }
  const reading = await readSafely(bytes, name, { options, signal }, reader)
  const origin = reading.sha256 === '' ? null : { name: (url ?? name).slice(0, 4000), sha256: reading.sha256 }
  return { reading, fileName: name, origin }
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
