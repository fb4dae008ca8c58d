import { expect, test } from 'vitest'
import { addLabel, bringLabelBack, changeLabel, removeLabel, retireLabel } from '#app/codebook/change-labels'
import { mergeLabels, splitLabel } from '#app/codebook/merge-labels'
import type { Codebook } from '#app/model/codebook'
import { codebookVersion } from '#app/model/codebook-version'
import { AttributeId, GroupId, LabelId } from '#app/model/ids'
import { canonicalOf, machine, send, tagAs } from '#main/exchange/test/machines'
import { importContent } from '#main/import/import-content'
import { layerOf } from '#main/services/layer'
import type { Store } from '#main/store/store'
import { ANNA, article, BORYS, contentOf, labelsOf, person, project, tagSentence } from '#main/test/projects'
import { annotationsToDecide } from './annotations-to-decide.ts'
import { changeCodebook } from './change-codebook.ts'
import { editionsOf } from './editions.ts'
import { touchedAnnotations } from './touched-annotations.ts'

const [FACT, CLAIM, OPINION] = ['fact', 'claim', 'opinion'].map(id => LabelId.parse(id)) as [
  LabelId,
  LabelId,
  LabelId,
]
const TEXT = 'Taxes rise. Roads fall. Nobody knows.'

let second = 0
/** Changes the codebook as the services do, a second later each time. */
function change(store: Store, how: (book: Codebook) => Codebook, reason = '', by = ANNA) {
  const at = new Date(Date.now() + 1000 * ++second).toISOString()
  return changeCodebook(store, how(store.codebook()), { by: by.id, reason, at })
}

test('the first change records the codebook as it was and as it is, with author and reason', () => {
  const store = project()
  const before = codebookVersion(store.codebook())
  change(store, book => changeLabel(book, FACT, { name: 'Truth' }), 'Clearer')
  expect(store.tables.edition.all()).toMatchObject([
    { version: before, by: ANNA.id, reason: '' },
    { version: codebookVersion(store.codebook()), by: ANNA.id, reason: 'Clearer' },
  ])
  expect(editionsOf(store)).toMatchObject([
    { by: ANNA, reason: 'Clearer', current: true, differences: [{ id: 'fact', change: 'changed' }] },
    { current: false, differences: [] },
  ])
  expect(change(store, book => book)).toBeUndefined()
  change(store, book => changeLabel(book, FACT, { name: 'Fact' }))
  expect(store.tables.edition.all()).toHaveLength(3)
})

test('one undo takes a change of the codebook back exactly, and redo does it again', () => {
  const store = project()
  const id = article(store, TEXT)
  tagSentence(store, id, 1, 'fact')
  const before = contentOf(store)
  change(store, book => mergeLabels(addLabel(book, 'Rumour').codebook, FACT, CLAIM))
  const after = contentOf(store)
  expect(labelsOf(store, id)).toEqual(['claim'])
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
  expect(labelsOf(store, id)).toEqual(['fact'])
  store.history.revert(ANNA.id, 'redo')
  expect(contentOf(store)).toEqual(after)
})

test('a merge rewrites no annotation: what was given stays given, also by others and after', () => {
  const store = project()
  const id = article(store, TEXT)
  tagSentence(store, id, 1, 'fact')
  tagSentence(store, id, 1, 'opinion', BORYS)
  const rows = () => store.db.prepare('select label from annotations order by annotator').pluck().all()
  const given = rows()
  change(store, book => mergeLabels(mergeLabels(book, FACT, OPINION), OPINION, CLAIM))
  expect(rows()).toEqual(given)
  expect([labelsOf(store, id), labelsOf(store, id, BORYS)]).toEqual([['claim'], ['claim']])
  change(store, book => bringLabelBack(book, OPINION))
  expect([labelsOf(store, id), labelsOf(store, id, BORYS)]).toEqual([['opinion'], ['opinion']])
})

test('a label that annotations bear is not removed, and a codebook that is not sound is not written', () => {
  const store = project()
  const id = article(store, TEXT)
  tagSentence(store, id, 1, 'fact')
  const before = contentOf(store)
  expect(() => change(store, book => removeLabel(book, FACT))).toThrow(
    /“Fact” cannot be removed: 1 annotations/,
  )
  expect(() => change(store, book => changeLabel(book, FACT, { key: 'c' }))).toThrow(/The key c is that of/)
  expect(() =>
    change(store, book => ({ ...book, labels: book.labels.map(one => ({ ...one, retired: true })) })),
  ).toThrow(/needs a label that can be given/)
  expect(contentOf(store)).toEqual(before)
  change(store, book => removeLabel(book, OPINION))
  expect(store.codebook().labels).toHaveLength(3)
})

test('what stood against the codebook before keeps nobody from changing something else', () => {
  const store = project()
  const fact = store.tables.label.get('fact')
  if (!fact) throw new Error('no fact')
  store.write({
    by: ANNA.id,
    action: 'change-codebook',
    edits: [{ kind: 'label', id: 'fact', after: { ...fact, key: 'c' } }],
  })
  change(store, book => changeLabel(book, OPINION, { name: 'View' }))
  expect(store.tables.label.get('opinion')?.name).toBe('View')
})

test('the annotations that a change touches are counted once each, by whose they are, long values too', () => {
  const store = project()
  const id = article(store, TEXT)
  tagSentence(store, id, 1, 'claim')
  tagSentence(store, id, 2, 'claim')
  tagSentence(store, id, 1, 'claim', BORYS)
  tagSentence(store, id, 3, 'fact', BORYS)
  const [annotation] = layerOf(store, id, BORYS.id).annotations
  if (!annotation) throw new Error('no annotation')
  const attributes = { verdict: 'refuted', justification: 'Because. '.repeat(100) }
  const after = { ...annotation, attributes }
  store.write({ by: BORYS.id, action: 'annotate', edits: [{ kind: 'annotation', id: after.id, after }] })
  const touched = (labels: LabelId[], ids: string[]) =>
    touchedAnnotations(store, { labels, attributes: ids.map(one => AttributeId.parse(one)) })
  expect(touched([CLAIM], ['verdict', 'justification'])).toEqual({
    annotations: 3,
    annotators: [
      { ...ANNA, annotations: 2 },
      { ...BORYS, annotations: 1 },
    ],
  })
  expect(touched([], ['justification'])).toEqual({
    annotations: 1,
    annotators: [{ ...BORYS, annotations: 1 }],
  })
  expect(touched([OPINION], [])).toEqual({ annotations: 0, annotators: [] })
  expect(touched([], [])).toEqual({ annotations: 0, annotators: [] })
})

test('one’s own annotations of a split label are to be decided again, in pages, until they are', () => {
  const store = project()
  const [one, other] = [
    article(store, '😀 Taxes rise. Roads fall. Nobody knows.'),
    article(store, 'Prices fall. They say so.'),
  ]
  for (const id of [one, other]) for (const number of [1, 2]) tagSentence(store, id, number, 'claim')
  tagSentence(store, one, 3, 'claim', BORYS)
  const queue = (after: Parameters<typeof annotationsToDecide>[2]['after'] = null, limit = 3) =>
    annotationsToDecide(store, ANNA.id, { after, limit })
  expect(queue()).toEqual({ total: 0, annotations: [] })
  change(store, book => splitLabel(book, CLAIM, ['Numbers', 'Others']))
  const first = queue()
  const rest = queue(first.annotations.at(-1)?.id)
  expect([first.total, first.annotations.length, rest.annotations.length]).toEqual([4, 3, 1])
  expect([...first.annotations, ...rest.annotations].map(one => one.text).sort()).toEqual([
    'Prices fall.',
    'Roads fall.',
    'They say so.',
    '😀 Taxes rise.',
  ])
  tagSentence(store, one, 1, 'numbers')
  expect(queue().total).toBe(3)
})

test('what was merged into a label that is retired later is to be decided again too', () => {
  const store = project()
  const id = article(store, TEXT)
  tagSentence(store, id, 1, 'fact')
  change(store, book => mergeLabels(book, FACT, CLAIM))
  expect(annotationsToDecide(store, ANNA.id, { after: null, limit: 10 }).total).toBe(0)
  change(store, book => retireLabel(book, CLAIM))
  expect(annotationsToDecide(store, ANNA.id, { after: null, limit: 10 }).annotations).toMatchObject([
    { article: id, label: 'fact', text: 'Taxes rise.' },
  ])
})

test('two machines that change the codebook come to the same one, with the editions of both', async () => {
  const [anna, borys] = [machine(person('Anna')), machine(person('Borys'), 5000)]
  article(anna.store, TEXT, anna.person)
  await send(anna, borys)
  await send(borys, anna)
  tagAs(anna, 'fact', 0)
  tagAs(borys, 'opinion', 0)
  change(anna.store, book => mergeLabels(book, FACT, CLAIM), 'One is enough', anna.person)
  change(borys.store, book => changeLabel(book, OPINION, { name: 'View' }), 'Shorter', borys.person)
  await send(anna, borys)
  await send(borys, anna)
  expect(canonicalOf(anna)).toBe(canonicalOf(borys))
  expect(anna.store.codebook().labels.map(one => [one.name, one.successor])).toEqual([
    ['Fact', 'claim'],
    ['Pledge', null],
    ['Claim', null],
    ['View', null],
  ])
  expect(anna.store.tables.edition.all().map(one => one.reason)).toEqual(
    expect.arrayContaining(['One is enough', 'Shorter']),
  )
  // What the merge made of both is recorded before it is changed further.
  const merged = codebookVersion(anna.store.codebook())
  expect(anna.store.tables.edition.hasVersion(merged)).toBe(false)
  change(anna.store, book => changeLabel(book, CLAIM, { name: 'Assertion' }), 'Longer', anna.person)
  expect(anna.store.tables.edition.hasVersion(merged)).toBe(true)
})

test('an import that adds labels leaves an edition that names the file, and one undo takes both back', async () => {
  const store = project()
  const before = contentOf(store)
  const content = JSON.stringify({ text: 'It is said.', labels: ['Rumour'] })
  const by = { by: ANNA.id, group: GroupId.parse('01900000-0000-7000-8000-0000000000f2') }
  const file = { kind: 'file', name: 'rumours.jsonl', bytes: new TextEncoder().encode(content) } as const
  const done = await importContent(store, file, by, { labels: { Rumour: 'add' } })
  expect(done.labelsAdded).toBe(1)
  expect(editionsOf(store)[0]).toMatchObject({
    reason: 'rumours.jsonl',
    current: true,
    differences: [{ name: 'Rumour', change: 'added' }],
  })
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
})
