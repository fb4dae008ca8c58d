import { expect, test } from 'vitest'
import type { Annotation } from '#app/model/annotation'
import { AnnotationId } from '#app/model/ids'
import { ANNA, article, BORYS, contentOf, labelsOf, project, tagSentence } from '#main/test/projects'
import type { Store } from './store.ts'

const ID = AnnotationId.parse('01900000-0000-7000-8000-000000000001')

function annotation(store: Store, changed: Partial<Annotation> = {}): Annotation {
  const id = article(store, 'One. Two. Three.')
  const label = store.codebook().labels[0]
  if (!label) throw new Error('no label')
  const now = new Date().toISOString()
  const range = { start: 0, end: 4 }
  return {
    id: ID,
    article: id,
    annotator: ANNA.id,
    label: label.id,
    ...range,
    attributes: {},
    mentions: {},
    codebook: '',
    note: '',
    created: now,
    updated: now,
    ...changed,
  }
}

const write = (store: Store, one: Annotation, by = ANNA) =>
  store.write({ by: by.id, action: 'tag', edits: [{ kind: 'annotation', id: one.id, after: one }] })

test('a change is in the history with what was before and what is after', () => {
  const store = project()
  const one = annotation(store)
  write(store, one)
  const written = write(store, { ...one, note: 'why' })
  const [entry] = store.db.prepare('select * from history where change = ?').all(written?.seq) as Record<
    string,
    string
  >[]
  expect(entry).toMatchObject({ kind: 'annotation', record: ID })
  expect(JSON.parse(entry?.before ?? '')).toEqual(one)
  expect(JSON.parse(entry?.after ?? '')).toEqual({ ...one, note: 'why' })
})

test('a change that changes nothing is not written', () => {
  const store = project()
  const one = annotation(store)
  write(store, one)
  const before = store.lastChange()
  expect(write(store, { ...one })).toBeUndefined()
  expect(store.lastChange()).toBe(before)
})

test('every change has a later revision, which its records bear', () => {
  let time = 1000
  const store = project({ now: () => (time -= 100) })
  const one = annotation(store)
  write(store, one)
  write(store, { ...one, note: 'x' })
  const revisions = store.db.prepare('select revision from changes order by seq').pluck().all() as string[]
  expect(revisions).toEqual([...revisions].sort())
  expect(new Set(revisions).size).toBe(revisions.length)
  expect(store.db.prepare('select revision from annotations').pluck().get()).toBe(revisions.at(-1))
})

test('a deletion leaves a tombstone, which goes when the record comes back', () => {
  const store = project()
  const one = annotation(store)
  write(store, one)
  store.write({ by: ANNA.id, action: 'untag', edits: [{ kind: 'annotation', id: ID, after: null }] })
  expect(store.db.prepare('select kind, record from tombstones').all()).toEqual([
    { kind: 'annotation', record: ID },
  ])
  write(store, one)
  expect(store.db.prepare('select kind, record from tombstones').all()).toEqual([])
})

test('progress is kept in step', () => {
  const store = project()
  const id = article(store, 'One. Two. Three.')
  tagSentence(store, id, 1, 'fact')
  tagSentence(store, id, 3, 'claim')
  expect(store.progress.get(id, ANNA.id)).toMatchObject({ tagged: 2, reviewed: 2 })
})

test.each([
  ['another annotator’s annotation', (one: Annotation) => one, BORYS, 'another annotator'],
  ['a range outside the text', (one: Annotation) => ({ ...one, end: 99 }), ANNA, 'outside the text'],
  [
    'an unknown label',
    (one: Annotation) => ({ ...one, label: 'nonsense' as Annotation['label'] }),
    ANNA,
    'no label',
  ],
  [
    'an article that is not there',
    (one: Annotation) => ({
      ...one,
      article: 'ba7816bf-8f01-8fea-8141-40de5dae2223' as Annotation['article'],
    }),
    ANNA,
    'no longer in this project',
  ],
])('%s is refused, and nothing is written', (_, change, by, reason) => {
  const store = project()
  store.introduce(BORYS.id, BORYS.name)
  const one = annotation(store)
  const before = contentOf(store)
  const changes = store.lastChange()
  expect(() => write(store, change(one), by)).toThrow(reason)
  expect(contentOf(store)).toEqual(before)
  expect(store.lastChange()).toBe(changes)
})

test('a change is written whole or not at all', () => {
  const store = project()
  const one = annotation(store)
  const before = contentOf(store)
  const edits = [
    { kind: 'annotation', id: one.id, after: one },
    {
      kind: 'annotation',
      id: AnnotationId.parse('01900000-0000-7000-8000-000000000002'),
      after: { ...one, end: 99 },
    },
  ] as const
  expect(() => store.write({ by: ANNA.id, action: 'tag', edits })).toThrow()
  expect(contentOf(store)).toEqual(before)
})

test('an article that somebody has annotated stays', () => {
  const store = project()
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 1, 'fact', BORYS)
  expect(() =>
    store.write({ by: ANNA.id, action: 'import-article', edits: [{ kind: 'article', id, after: null }] }),
  ).toThrow('has annotations')
  expect(labelsOf(store, id, BORYS)).toEqual(['fact'])
})
