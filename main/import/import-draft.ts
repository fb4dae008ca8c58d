import { createHash } from 'node:crypto'
import type { ImportedArticle } from '#app/contract'
import { Refusal } from '#app/failure'
import { type Article, articleId, type Metadata, type Origin } from '#app/model/article'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import { isSegmentation } from '#app/model/segmentation'
import { normalise, normalisedOffsets } from '#app/text/normalise'
import type { Range } from '#app/text/range'
import { segment } from '#app/text/segmentation/segment'
import { titleOf } from '#app/text/title'
import type { Store } from '#main/store/store'
import { type Adoption, adopt, NO_ADOPTION, NO_CODEBOOK } from './codebook-of-file.ts'
import { layersOfDraft, type Place } from './layers-of-draft.ts'
import type { Draft } from './source.ts'

export interface Importing {
  readonly by: AnnotatorId
  /** The file that the drafts are of; a draft of a file within it knows its own. */
  readonly origin: Origin | null
  /** Ties the articles of one import together, to be undone as one. */
  readonly group?: GroupId
  /** Given for what a project begins with, which is no step that anybody could take back. */
  readonly action?: 'create-project'
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/**
 * Makes a draft an article of the project, with its sentences and what comes with it. A text that the project has
 * joins its article: annotations that are not there yet are added to it. Throws a refusal (`unreadable`) for a blank
 * text.
 *
 * @param adoption of the draft's labels; else those of the codebook are taken, and others left out
 */
export function importDraft(
  store: Store,
  draft: Draft,
  importing: Importing,
  adoption: Adoption = draft.annotations ? adopt(store.codebook(), NO_CODEBOOK, [draft], {}) : NO_ADOPTION,
): ImportedArticle {
  const text = normalise(draft.text)
  if (text.trim() === '') throw new Refusal('unreadable', 'There is no text in it.')
  const id = articleId(sha256(text))
  const place = { article: id, text, offset: normalisedOffsets(draft.text) }
  const { edits, added: annotations } = layersOfDraft(store, draft, place, adoption, importing.by)
  const known = store.tables.article.get(id)
  if (known) {
    const { by, group } = importing
    store.write({ by, action: 'import-annotations', edits, ...(group ? { group } : {}) })
    const sentences = store.tables.segmentation.get(id)?.sentences.length ?? 0
    return { article: id, title: known.title, sentences, added: false, annotations }
  }
  const metadata = completeMetadata(draft, text)
  const ours = segment(text, metadata.language)
  const theirs = sentencesOfDraft(draft, place)
  const mended = theirs !== undefined && !sameRanges(theirs, ours)
  const sentences = mended ? theirs : ours
  const article: Article = {
    id,
    ...metadata,
    origin: draft.origin ?? importing.origin,
    imported: new Date().toISOString(),
    importedBy: importing.by,
  }
  store.addArticle({ article, text, sentences, mended }, importing, edits)
  return { article: id, title: article.title, sentences: sentences.length, added: true, annotations }
}

/** The sentences that a draft brings along, if they are a segmentation of the text. */
function sentencesOfDraft({ sentences }: Draft, { text, offset }: Place): readonly Range[] | undefined {
  const ranges = sentences?.map(({ start, end }) => ({ start: offset(start), end: offset(end) }))
  return ranges && isSegmentation(text, ranges) ? ranges : undefined
}

const sameRanges = (ours: readonly Range[], theirs: readonly Range[]): boolean =>
  ours.length === theirs.length &&
  ours.every(({ start, end }, index) => theirs[index]?.start === start && theirs[index]?.end === end)

/** Fills in what the source did not know. A field too long for a record is cut. */
export function completeMetadata({ metadata: given, detectedLanguage = '' }: Draft, text: string): Metadata {
  const line = (value: string | undefined, longest = 4000) =>
    (value ?? '').replace(/\s+/g, ' ').trim().slice(0, longest)
  return {
    title: line(given.title) || titleOf(text),
    source: line(given.source),
    author: line(given.author),
    url: line(given.url),
    published: line(given.published, 100),
    language: line(given.language, 35) || detectedLanguage,
  }
}
