import { createHash } from 'node:crypto'
import type { ImportedArticle } from '#app/contract'
import { Refusal } from '#app/failure'
import { type Article, articleId, type Metadata, type Origin } from '#app/model/article'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import { detectLanguage } from '#app/text/language'
import { normalise } from '#app/text/normalise'
import { segment } from '#app/text/segmentation/segment'
import { titleOf } from '#app/text/title'
import type { Store } from '#main/store/store'
import { labelOfRow } from './label-of-row.ts'
import type { Draft } from './source.ts'

export interface Importing {
  readonly by: AnnotatorId
  /** The file that the drafts are of; a draft of a file within it knows its own. */
  readonly origin: Origin | null
  /** Ties the articles of one import together, to be undone as one. */
  readonly group?: GroupId
}

/** What became of a draft. */
export interface Imported extends ImportedArticle {
  /** A label that the draft bears and the codebook has not; undefined where there is none. */
  readonly unknownLabel?: string
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** Makes a draft an article of the project, with its sentences. Throws a refusal (`unreadable`) for a blank text. */
export function importDraft(store: Store, draft: Draft, importing: Importing): Imported {
  const text = normalise(draft.text)
  if (text.trim() === '') throw new Refusal('unreadable', 'There is no text in it.')
  const id = articleId(sha256(text))
  const known = store.tables.article.get(id)
  if (known) {
    const sentences = store.tables.segmentation.get(id)?.sentences.length ?? 0
    return { article: id, title: known.title, sentences, added: false }
  }
  const metadata = completeMetadata(draft.metadata, text)
  const sentences = segment(text, metadata.language)
  const article: Article = {
    id,
    ...metadata,
    origin: draft.origin ?? importing.origin,
    imported: new Date().toISOString(),
    importedBy: importing.by,
  }
  const { edits, unknownLabel } = labelOfRow(store, draft, article, sentences)
  store.addArticle(article, text, sentences, importing, edits)
  const imported = { article: id, title: article.title, sentences: sentences.length, added: true }
  return unknownLabel === undefined ? imported : { ...imported, unknownLabel }
}

/** Fills in what the source did not know. A field too long for a record is cut. */
export function completeMetadata(given: Partial<Metadata>, text: string): Metadata {
  const line = (value: string | undefined, longest = 4000) =>
    (value ?? '').replace(/\s+/g, ' ').trim().slice(0, longest)
  return {
    title: line(given.title) || titleOf(text),
    source: line(given.source),
    author: line(given.author),
    url: line(given.url),
    published: line(given.published, 100),
    language: line(given.language, 35) || detectLanguage(text),
  }
}
