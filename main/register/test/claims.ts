/** Projects with claims and pledges that are linked and followed up. */
import { type Attribute, attribute } from '#app/model/attribute'
import { type ArticleId, AttributeId, LabelId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { importDraft } from '#main/import/import-draft'
import type { Store } from '#main/store/store'
import { ANNA, tagSentence } from '#main/test/projects'

const [CLAIM, PLEDGE] = [LabelId.parse('claim'), LabelId.parse('pledge')]
const id = (word: string) => AttributeId.parse(word)

const ATTRIBUTES: readonly Attribute[] = [
  attribute({ id: id('attributed-to'), name: 'Attributed to', type: 'name', position: 0 }),
  attribute({ id: id('same-claim'), name: 'Same claim as', type: 'name', labels: [CLAIM], position: 40 }),
  attribute({ id: id('same-pledge'), name: 'Same pledge as', type: 'name', labels: [PLEDGE], position: 41 }),
  attribute({ id: id('promiser'), name: 'Who pledges', type: 'name', labels: [PLEDGE], position: 42 }),
  attribute({
    ...{ id: id('status'), name: 'Status', type: 'status-history', labels: [PLEDGE], position: 43 },
    choices: ['open', 'kept', 'partly', 'broken', 'superseded', 'cannot be judged'],
  }),
]

/** Makes sure that the codebook can link and follow up. */
export function withLinks(store: Store, by = ANNA): Store {
  store.introduce(by.id, by.name)
  const edits = ATTRIBUTES.map((after): Edit => ({ kind: 'attribute', id: after.id, after }))
  store.write({ by: by.id, action: 'change-codebook', edits })
  return store
}

/** Adds an article that was published on a day; empty where that is not known. */
export const published = (store: Store, text: string, day: string, by = ANNA): ArticleId =>
  importDraft(
    store,
    { text, metadata: { published: day, title: text.slice(0, 20) } },
    { by: by.id, origin: null },
  ).article

/** Tags a sentence, by its number from 1, and says more of it. @returns the annotation's id */
export function say(
  store: Store,
  article: ArticleId,
  number: number,
  label: string,
  attributes: Readonly<Record<string, string>>,
  by = ANNA,
): string {
  tagSentence(store, article, number, label, by)
  const start = store.tables.segmentation.get(article)?.sentences[number - 1]?.start
  const annotation = store.tables.annotation.ofLayer(article, by.id).find(one => one.start === start)
  if (!annotation) throw new Error('nothing was tagged')
  const after = { ...annotation, attributes }
  store.write({ by: by.id, action: 'annotate', edits: [{ kind: 'annotation', id: after.id, after }] })
  return after.id
}
