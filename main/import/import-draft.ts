import { createHash } from 'node:crypto'
import { Refusal } from '#app/failure'
import { type Article, articleId, type Metadata, type Origin } from '#app/model/article'
import type { AnnotatorId, ArticleId, GroupId } from '#app/model/ids'
import { detectLanguage } from '#app/text/language'
import { normalise } from '#app/text/normalise'
import { segment } from '#app/text/segmentation/segment'
import { titleOf } from '#app/text/title'
import type { Store } from '#main/store/store'
import type { Draft } from './source.ts'

export interface Importing {
  readonly by: AnnotatorId
  readonly origin: Origin | null
  /** Ties the articles of one import together, to be undone as one. */
  readonly group?: GroupId
}

/** What became of one draft. */
export interface Imported {
  readonly article: ArticleId
  readonly title: string
  readonly sentences: number
  /** False where the same text was in the project already, which then stays as it was. */
  readonly added: boolean
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
    origin: importing.origin,
    imported: new Date().toISOString(),
    importedBy: importing.by,
  }
  store.addArticle(article, text, sentences, importing)
  return { article: id, title: article.title, sentences: sentences.length, added: true }
}

/** Fills in what the source did not know. A field too long for a record is cut. */
function completeMetadata(given: Partial<Metadata>, text: string): Metadata {
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
