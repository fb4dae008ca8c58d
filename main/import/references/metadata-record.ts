import type { Metadata } from '#app/model/article'
import type { Draft } from '../source.ts'

/** One work of a bibliography. */
export interface MetadataRecord {
  readonly metadata: Partial<Metadata>
  /** Empty where the bibliography has none. */
  readonly abstract: string
  /** In lower case, without "https://doi.org/"; empty where there is none. */
  readonly doi: string
  /** Names, without folders, of the files that the work was kept in. */
  readonly files: readonly string[]
}

/** The works that carry an abstract, as articles of that text. */
export function draftsOfRecords(records: readonly MetadataRecord[]): Draft[] {
  return records.flatMap(({ abstract, metadata }) =>
    abstract.trim() === '' ? [] : [{ text: abstract, metadata }],
  )
}

/**
 * Completes a draft from the one record of a bibliography that is the same work: by file name, DOI, URL or title, in
 * this order. What the draft knows itself stays, but for a title that is only the file's name.
 *
 * @param fileName the file that the draft came from, without its folder
 */
export function joinMetadata(draft: Draft, fileName: string, records: readonly MetadataRecord[]): Draft {
  const found = matching(draft, fileName, records)
  return found ? { ...draft, metadata: { ...found.metadata, ...draft.metadata } } : draft
}

function matching(
  draft: Draft,
  fileName: string,
  records: readonly MetadataRecord[],
): MetadataRecord | undefined {
  const { title, url } = draft.metadata
  const doi = doiOf(url ?? '')
  const beginning = draft.text.slice(0, 1000)
  const tests: readonly ((record: MetadataRecord) => boolean)[] = [
    ({ files }) => files.some(file => same(file, fileName)),
    record =>
      record.doi !== '' &&
      (record.doi === doi || fileName.toLowerCase().includes(record.doi.replace('/', '_'))),
    record => Boolean(url && record.metadata.url && address(url) === address(record.metadata.url)),
    record => Boolean(title && record.metadata.title && same(title, record.metadata.title)),
    record => Boolean(record.metadata.title && same(withoutEnding(fileName), record.metadata.title)),
    ({ metadata }) =>
      (metadata.title?.length ?? 0) >= 20 && letters(beginning).includes(letters(metadata.title ?? '')),
  ]
  for (const test of tests) {
    const found = records.filter(test)
    if (found.length === 1) return found[0]
  }
  return undefined
}

/** The DOI in a text, in lower case; empty where there is none. */
export const doiOf = (text: string): string =>
  /10\.\d{4,9}\/[^\s"<>]+/
    .exec(text)?.[0]
    .toLowerCase()
    .replace(/[.,;)]+$/, '') ?? ''

export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '')
const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
const same = (one: string, other: string): boolean => letters(one) !== '' && letters(one) === letters(other)
const address = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
