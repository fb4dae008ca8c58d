/** Projects to measure on, made of generated articles. */
import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Annotation } from '#app/model/annotation'
import { AnnotationId, AnnotatorId, type ArticleId, LabelId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import type { Range } from '#app/text/range'
import { importDraft } from '#main/import/import-draft'
import { newProject } from '#main/services/project'
import type { Store } from '#main/store/store'
import { text } from './generator.ts'

export const annotator = { id: AnnotatorId.parse(randomUUID()), name: 'Bench' }

export const emptyProject = (path: string): Store => newProject(path, 'Bench', annotator)

export interface Added {
  readonly id: ArticleId
  readonly sentences: readonly Range[]
}

/** Imports a generated article; the segmenter may see a sentence or two more or less than were written. */
export function addArticle(store: Store, seed: number, sentences: number): Added {
  const draft = { text: text(seed, sentences), metadata: {} }
  const { article } = importDraft(store, draft, { by: annotator.id, origin: null })
  return { id: article, sentences: store.tables.segmentation.get(article)?.sentences ?? [] }
}

export const labels = ['fact', 'pledge', 'claim', 'opinion'].map(label => LabelId.parse(label))

/** A new annotation of a sentence, as a key makes it. `label` is a place in `labels`, beyond its end from the front. */
export function annotationOf(
  article: ArticleId,
  sentence: Range,
  label: number,
  by: AnnotatorId = annotator.id,
): Annotation {
  const chosen = labels[label % labels.length]
  if (!chosen) throw new Error('the codebook has no labels')
  const now = new Date().toISOString()
  return {
    id: AnnotationId.parse(uuidv7()),
    article,
    annotator: by,
    label: chosen,
    start: sentence.start,
    end: sentence.end,
    attributes: {},
    mentions: {},
    codebook: '',
    note: '',
    created: now,
    updated: now,
  }
}

/** Tags sentences of an article, each with one of the labels in turn, as one change. */
export function tagSentences(
  store: Store,
  article: ArticleId,
  sentences: readonly Range[],
  by: AnnotatorId = annotator.id,
): void {
  const edits = sentences.map((sentence, index): Edit => {
    const after = annotationOf(article, sentence, index, by)
    return { kind: 'annotation', id: after.id, after }
  })
  store.write({ by, action: 'tag', edits })
}
