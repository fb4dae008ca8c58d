import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { AnnotationId, type ArticleId, GroupId } from '#app/model/ids'
import { review, tag, untag } from '#app/model/layer'
import { ArticleFilter } from '#app/model/library'
import { importDraft } from '#main/import/import-draft'
import { layerOf } from '#main/services/layer'
import { ANNA, article, BORYS, contentOf, labelsOf, project, tagSentence } from '#main/test/projects'
import { openProject } from './open.ts'
import type { Store } from './store.ts'

test('undo takes the last step back, redo does it again', () => {
  const store = project()
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 1, 'fact')
  tagSentence(store, id, 1, 'claim')
  store.history.revert(ANNA.id, 'undo')
  expect(labelsOf(store, id)).toEqual(['fact'])
  store.history.revert(ANNA.id, 'redo')
  expect(labelsOf(store, id)).toEqual(['claim'])
})

test('undo survives a restart', () => {
  const store = project()
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 1, 'fact')
  store.close()
  const again = openProject(store.path)
  expect(again.history.state(ANNA.id)).toEqual({ undo: 'tag', redo: null, step: 4 })
  again.history.revert(ANNA.id, 'undo')
  again.close()
  const third = openProject(store.path)
  expect(labelsOf(third, id)).toEqual([])
  expect(third.history.state(ANNA.id)).toMatchObject({ undo: 'import-article', redo: 'tag' })
  third.close()
})

test('a new step ends what could be redone', () => {
  const store = project()
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 1, 'fact')
  store.history.revert(ANNA.id, 'undo')
  tagSentence(store, id, 2, 'claim')
  expect(store.history.state(ANNA.id).redo).toBeNull()
  expect(() => store.history.revert(ANNA.id, 'redo')).toThrow('nothing to redo')
})

test('each annotator undoes their own steps', () => {
  const store = project()
  const id = article(store, 'One. Two.')
  tagSentence(store, id, 1, 'fact', ANNA)
  tagSentence(store, id, 1, 'opinion', BORYS)
  store.history.revert(ANNA.id, 'undo')
  expect(labelsOf(store, id, ANNA)).toEqual([])
  expect(labelsOf(store, id, BORYS)).toEqual(['opinion'])
})

test('the articles of one import are undone as one, and their texts come back', () => {
  const store = project()
  const group = GroupId.parse(uuidv7())
  for (const text of ['One. Two.', 'Three. Four.', 'Five.'])
    importDraft(store, { text, metadata: {} }, { by: ANNA.id, group, origin: null })
  const before = contentOf(store)
  store.history.revert(ANNA.id, 'undo')
  expect(store.tables.article.count()).toBe(0)
  expect(
    store.library.page({
      annotator: ANNA.id,
      filter: ArticleFilter.parse({ words: 'three' }),
      order: 'title',
      offset: 0,
      limit: 9,
    }).total,
  ).toBe(0)
  store.history.revert(ANNA.id, 'redo')
  expect(contentOf(store)).toEqual(before)
  expect(
    store.library.page({
      annotator: ANNA.id,
      filter: ArticleFilter.parse({ words: 'three' }),
      order: 'title',
      offset: 0,
      limit: 9,
    }).total,
  ).toBe(1)
})

test('a step that somebody builds on cannot be undone, and says so; earlier ones can', () => {
  const store = project()
  const first = article(store, 'One. Two.')
  const second = article(store, 'Three. Four.')
  tagSentence(store, second, 1, 'fact', BORYS)
  expect(() => store.history.revert(ANNA.id, 'undo')).toThrow('cannot be undone')
  expect(labelsOf(store, second, BORYS)).toEqual(['fact'])
  store.history.revert(ANNA.id, 'undo')
  expect(store.tables.article.get(first)).toBeUndefined()
})

test('becoming known in a project is no step to undo', () => {
  const store = project()
  store.introduce(BORYS.id, BORYS.name)
  expect(store.history.state(BORYS.id)).toEqual({ undo: null, redo: null, step: null })
  expect(() => store.history.revert(BORYS.id, 'undo')).toThrow('nothing to undo')
})

/** What an annotator can do to a sentence, as numbers that fast-check can shrink. */
const step = fc.record({
  kind: fc.constantFrom('fact', 'pledge', 'claim', 'opinion', 'untag', 'review', 'unread'),
  by: fc.constantFrom(ANNA, BORYS),
  sentence: fc.nat(4),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does a step. @returns whether it changed anything */
function take(store: Store, id: ArticleId, { kind, by, sentence }: Step): boolean {
  const range = store.tables.segmentation.get(id)?.sentences[sentence]
  if (!range) throw new Error('no such sentence')
  const layer = layerOf(store, id, by.id)
  const now = new Date().toISOString()
  const label = store.tables.label.get(kind)
  const edits = label
    ? tag(layer, range, label, store.codebook(), AnnotationId.parse(uuidv7()), now)
    : kind === 'untag'
      ? untag(layer, range)
      : review(layer, range, kind === 'review' ? 'read' : null, now)
  return (
    store.write({ by: by.id, action: label ? 'tag' : kind === 'untag' ? 'untag' : 'review', edits }) !==
    undefined
  )
}

test('any steps undone are the state before them; redone, the state after', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
      const store = project()
      const id = article(store, 'One. Two. Three. Four. Five.')
      for (const one of [ANNA, BORYS]) store.introduce(one.id, one.name)
      const before = contentOf(store)
      const effective = steps.filter(one => take(store, id, one))
      const after = contentOf(store)
      for (const { by } of effective) store.history.revert(by.id, 'undo')
      expect(contentOf(store)).toEqual(before)
      for (const { by } of effective) store.history.revert(by.id, 'redo')
      expect(contentOf(store)).toEqual(after)
      store.close()
    }),
    { numRuns: 40 },
  )
})
