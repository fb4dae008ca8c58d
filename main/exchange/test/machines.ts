/** Several people on several machines, each with a project file of their own and a clock that may be wrong by years. */
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { entryLine } from '#app/exchange/exchange-file'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import { AnnotationId, AnnotatorId, ProjectId } from '#app/model/ids'
import { applyToLayer, review, tag, untag } from '#app/model/layer'
import { joinWithNext, splitAt } from '#app/text/segmentation/mend'
import { decideSentence } from '#main/adjudication/decide-sentence'
import { importDraft } from '#main/import/import-draft'
import { defaultCodebook } from '#main/services/default-codebook'
import { layerOf } from '#main/services/layer'
import { createProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import { temporaryFolder } from '#main/test/projects'
import { entriesOf, type Part } from '../entries.ts'
import { merge } from '../merge.ts'
import { share } from '../share.ts'

export const TEAM = {
  id: ProjectId.parse('01900000-0000-7000-8000-0000000000b1'),
  name: 'Team',
  created: '2026-01-01T00:00:00.000Z',
}

export const TEXTS = [
  'Taxes rise in May. Roads fall apart! Nobody knows why.',
  'The mayor promised a bridge. She said so twice. It is not there.',
  'Water is wet.',
]

export interface Machine {
  readonly person: Annotator
  readonly store: Store
}

/** A machine on which one person works; `drift` is by how many milliseconds its clock is wrong. */
export function machine(person: Annotator, drift = 0, project = TEAM): Machine {
  let now = Date.parse('2026-11-25T00:00:00Z') + drift
  const path = join(temporaryFolder(), 'Team.assay')
  const store = createProject(path, { project, codebook: defaultCodebook(), annotator: person }, () => now++)
  onTestFinished(() => {
    if (store.db.open) store.close()
  })
  return { person, store }
}

/** What a person does. Each takes whole numbers, and finds something to do it on, or does nothing. */
export const acts = {
  import({ store, person }: Machine, n: number): void {
    importDraft(
      store,
      { text: TEXTS[n % TEXTS.length] ?? '', metadata: { title: `T${n}` } },
      { by: person.id, origin: null },
    )
  },
  tag({ store, person }: Machine, n: number): void {
    const place = sentenceIn(store, n)
    const { labels } = store.codebook()
    const label = labels[n % labels.length]
    if (!place || !label) return
    const layer = layerOf(store, place.article, person.id)
    const id = AnnotationId.parse(uuidv7())
    const edits = tag(layer, place.sentence, label, store.codebook(), id, new Date(n).toISOString())
    store.write({ by: person.id, action: 'tag', edits })
  },
  note({ store, person }: Machine, n: number): void {
    const place = sentenceIn(store, n)
    const [annotation] = place ? layerOf(store, place.article, person.id).annotations : []
    if (!annotation) return
    const after = { ...annotation, note: `note ${n}` }
    store.write({ by: person.id, action: 'annotate', edits: [{ kind: 'annotation', id: after.id, after }] })
  },
  untag({ store, person }: Machine, n: number): void {
    const place = sentenceIn(store, n)
    if (!place) return
    const edits = untag(layerOf(store, place.article, person.id), place.sentence)
    store.write({ by: person.id, action: 'untag', edits })
  },
  review({ store, person }: Machine, n: number): void {
    const place = sentenceIn(store, n)
    if (!place) return
    const layer = layerOf(store, place.article, person.id)
    const edits = review(layer, place.sentence, n % 3 > 0 ? 'read' : null, new Date(n).toISOString())
    store.write({ by: person.id, action: 'review', edits })
    applyToLayer(layer, edits)
  },
  mend({ store, person }: Machine, n: number): void {
    const place = sentenceIn(store, n)
    const segmentation = place && store.tables.segmentation.get(place.article)
    if (!place || !segmentation) return
    const { sentences } = segmentation
    const text = store.tables.article.text(place.article) ?? ''
    const at = place.sentence.start + Math.max(1, text.slice(place.sentence.start).indexOf(' ') + 1)
    const mended = n % 2 === 0 ? splitAt(text, sentences, at) : joinWithNext(sentences, n % sentences.length)
    if (!mended) return
    const after = { ...segmentation, sentences: mended, mended: true }
    store.write({
      by: person.id,
      action: 'split-sentence',
      edits: [{ kind: 'segmentation', id: place.article, after }],
    })
  },
  redefine({ store, person }: Machine, n: number): void {
    const { labels } = store.codebook()
    const label = labels[n % labels.length]
    if (!label) return
    const after = { ...label, definition: `As ${person.name} sees it: ${n}` }
    store.write({ by: person.id, action: 'change-codebook', edits: [{ kind: 'label', id: label.id, after }] })
  },
  decide({ store, person }: Machine, n: number): void {
    const place = sentenceIn(store, n)
    const [author] = place ? store.progress.annotatorsOf(place.article).sort() : []
    if (!place || !author) return
    const take = { choice: 'take', annotator: AnnotatorId.parse(author) } as const
    try {
      decideSentence(store, person.id, { ...place, verdict: n % 3 === 0 ? { choice: 'none' } : take })
    } catch (error) {
      // Nobody has reviewed the sentence, or not this one.
      if (!(error instanceof Refusal)) throw error
    }
  },
  undo: ({ store, person }: Machine, _n: number): void => revert(store, person, 'undo'),
  redo: ({ store, person }: Machine, _n: number): void => revert(store, person, 'redo'),
} as const

export type ActName = keyof typeof acts
export const ACT_NAMES = Object.keys(acts) as ActName[] // its keys

function revert(store: Store, person: Annotator, direction: 'undo' | 'redo'): void {
  try {
    store.history.revert(person.id, direction)
  } catch {
    // Nothing to undo, or it cannot be: a person reads that and goes on.
  }
}

/** One of the sentences there are; undefined where there is none. */
function sentenceIn(store: Store, n: number) {
  const articles = [...store.tables.article.inOrder()]
  const article = articles[n % Math.max(1, articles.length)]
  const sentences = article ? (store.tables.segmentation.get(article.id)?.sentences ?? []) : []
  const sentence = sentences[(n >> 2) % Math.max(1, sentences.length)]
  return article && sentence ? { article: article.id, sentence } : undefined
}

/** One shares, the other merges. */
export async function send(from: Machine, to: Machine, part?: Part) {
  const path = join(temporaryFolder(), 'share.assay.jsonl')
  await share(from.store, { by: from.person, ...(part ? { part } : {}) }, path)
  return merge(to.store, path, { by: to.person.id })
}

/** What a project says, with the versions of all: two that are the same text are the same project. */
export const canonicalOf = ({ store }: Machine): string => Array.from(entriesOf(store), entryLine).join('\n')

/** Tags a sentence of the first article, by its place from 0, with a label. */
export function tagAs({ store, person }: Machine, id: string, sentence: number): void {
  const [article] = store.tables.article.inOrder()
  const range = article && store.tables.segmentation.get(article.id)?.sentences[sentence]
  const label = store.tables.label.get(id)
  if (!article || !range || !label) throw new Error(`no sentence ${sentence}, or no label ${id}`)
  const layer = layerOf(store, article.id, person.id)
  const edits = tag(
    layer,
    range,
    label,
    store.codebook(),
    AnnotationId.parse(uuidv7()),
    new Date().toISOString(),
  )
  store.write({ by: person.id, action: 'tag', edits })
}
