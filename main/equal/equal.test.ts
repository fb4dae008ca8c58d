import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { BIN, membershipId } from '#app/model/collection'
import { type ArticleId, GroupId } from '#app/model/ids'
import type { SentencePlace } from '#app/model/queue'
import type { Store } from '#main/store/store'
import { ANNA, article, BORYS, contentOf, labelsOf, project, tagSentence } from '#main/test/projects'
import { articlesThatMayHave, countEqual, phraseOf } from './find-equal.ts'
import { tagEqual } from './tag-equal.ts'

/** A sentence, by its number from 1. */
function sentence(store: Store, id: ArticleId, number: number): SentencePlace {
  const range = store.tables.segmentation.get(id)?.sentences[number - 1]
  if (!range) throw new Error(`no sentence ${number}`)
  return { article: id, range }
}

const group = () => GroupId.parse(uuidv7())

/** Four articles: the sentence stands in three, twice in the second, and nearly so elsewhere. */
function corpus() {
  const store = project()
  const ids = [
    'Read more below. The sun rose.',
    'Read more below. It rained.\n\nRead more below.',
    'Read more. Read no more below. READ MORE BELOW. Will you read more below?',
    'Hail fell.\n\n  Read  more below.  \n\nIt melted.',
  ].map(text => article(store, text))
  const [first, second, third, fourth] = ids
  if (!first || !second || !third || !fourth) throw new Error('no article')
  return { store, first, second, third, fourth }
}

test('equal is what has the same letters and signs, but for blanks', async () => {
  const { store, first } = corpus()
  tagSentence(store, first, 1, 'opinion')
  expect(await countEqual(store, sentence(store, first, 1), ANNA.id)).toEqual({
    ...{ sentences: 3, articles: 2, tagged: 0, otherwise: 0 },
    labels: ['opinion'],
  })
})

test('all are labelled as one step, and undone as one', async () => {
  const { store, first, second, third, fourth } = corpus()
  tagSentence(store, first, 1, 'opinion')
  const before = contentOf(store)
  const done: number[] = []
  const count = await tagEqual(
    store,
    ANNA.id,
    { ...sentence(store, first, 1), replace: false, group: group() },
    { onProgress: step => done.push(step) },
  )
  expect(count).toEqual({ sentences: 3, articles: 2 })
  expect([second, third, fourth].map(id => labelsOf(store, id))).toEqual([
    ...[['opinion', 'opinion'], [], ['opinion']],
  ])
  // The articles that were looked into: with the words in a row, whatever their case.
  expect(done.at(-1)).toBe(4)
  expect(await countEqual(store, sentence(store, first, 1), ANNA.id)).toMatchObject({ tagged: 3 })
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
})

test('a label that is there stays, unless it is said to give way; what others gave is not touched', async () => {
  const { store, first, second, fourth } = corpus()
  tagSentence(store, first, 1, 'opinion')
  tagSentence(store, second, 1, 'fact')
  tagSentence(store, second, 3, 'pledge', BORYS)
  const place = sentence(store, first, 1)
  expect(await countEqual(store, place, ANNA.id)).toMatchObject({ sentences: 3, otherwise: 1 })
  await tagEqual(store, ANNA.id, { ...place, replace: false, group: group() })
  expect(labelsOf(store, second)).toEqual(['fact', 'opinion'])
  await tagEqual(store, ANNA.id, { ...place, replace: true, group: group() })
  expect(labelsOf(store, second)).toEqual(['opinion', 'opinion'])
  expect(labelsOf(store, second, BORYS)).toEqual(['pledge'])
  expect(labelsOf(store, fourth)).toEqual(['opinion'])
})

test('articles in the bin are left alone', async () => {
  const { store, first, second } = corpus()
  tagSentence(store, first, 1, 'opinion')
  const after = { collection: BIN.id, article: second, by: ANNA.id, at: '2026-11-26T00:00:00.000Z' }
  store.write({
    by: ANNA.id,
    action: 'collect',
    edits: [{ kind: 'membership', id: membershipId(after), after }],
  })
  await tagEqual(store, ANNA.id, { ...sentence(store, first, 1), replace: true, group: group() })
  expect(labelsOf(store, second)).toEqual([])
})

test('what was labelled before it was stopped stays', async () => {
  const { store, first } = corpus()
  for (let one = 0; one < 300; one++) article(store, `Number ${one}. Read more below.`)
  tagSentence(store, first, 1, 'opinion')
  const stop = new AbortController()
  const plan = { ...sentence(store, first, 1), replace: false, group: group() }
  const watch = { signal: stop.signal, onProgress: () => stop.abort() }
  await expect(tagEqual(store, ANNA.id, plan, watch)).rejects.toThrow('was stopped')
  const { tagged } = await countEqual(store, sentence(store, first, 1), ANNA.id)
  expect(tagged).toBeGreaterThan(0)
  expect(tagged).toBeLessThan(303)
  store.history.revert(ANNA.id, 'undo')
  expect((await countEqual(store, sentence(store, first, 1), ANNA.id)).tagged).toBe(0)
})

test('a sentence that is no longer as it was is refused', async () => {
  const { store, first } = corpus()
  const place = { article: first, range: { start: 0, end: 7 } }
  await expect(countEqual(store, place, ANNA.id)).rejects.toThrow('no longer as it was')
})

describe('a sentence set in another way is found as an equal one, from either:', () => {
  test.each([
    ['Chinese', '大桥将于10月1日开放,市长说。', '大桥将于１０月１日开放，市长说'],
    ['Chinese with Latin words', '他使用 Linux 系统。', '他使用Linux系统。'],
    ['Japanese', 'バスは朝に出る。', 'ﾊﾞｽは朝に出る｡'],
    ['Thai', 'นายกเทศมนตรีสัญญาว่าจะเปิด', 'นายก\u200bเทศมนตรี สัญญาว่า\u200bจะเปิด'],
    ['wide letters', 'NHK NEWS', 'ＮＨＫ　ＮＥＷＳ'],
    ['composed letters', 'Le café ferme demain.', 'Le cafe\u0301 ferme  demain.'],
  ])('%s', async (_, one, other) => {
    const store = project()
    const [first, second] = [one, other].map(text => article(store, text))
    article(store, 'Nothing of it.')
    if (!first || !second) throw new Error('no article')
    for (const id of [first, second])
      expect(await countEqual(store, sentence(store, id, 1), ANNA.id)).toMatchObject({ sentences: 1 })
  })

  test('a question in Chinese is none', async () => {
    const store = project()
    const [first, second] = ['大桥将开放。', '大桥将开放？'].map(text => article(store, text))
    if (!first || !second) throw new Error('no article')
    expect(await countEqual(store, sentence(store, first, 1), ANNA.id)).toMatchObject({ sentences: 0 })
  })
})

describe('equal sentences are found in every script:', () => {
  test.each([
    ['with quotation marks and signs', '“Je n’ai rien dit” — 3,5 % (sic)!'],
    ['Ukrainian', 'Міст відкриють до 1 жовтня.'],
    ['Arabic', 'قالت الوزيرة إن الجسر سيفتح غدا.'],
    ['Chinese', '大桥将于十月一日开放。'],
    ['Thai', 'นายกเทศมนตรีสัญญา'],
    ['no letters', '* * *'],
    ['an operator of the index', 'One "AND" NOT (two) NEAR text: three*.'],
    ['a long one', `${'It goes on and on, '.repeat(60)}to the end.`],
  ])('%s', (_, text) => {
    const store = project()
    const first = article(store, `Before.\n\n${text}\n\nAfter.`)
    const second = article(store, `Elsewhere.\n\n${text}\n\nToo.`)
    article(store, 'Nothing of it.')
    expect(articlesThatMayHave(store, text)).toEqual([first, second])
  })

  test('words are looked up where the index of words knows them', () => {
    expect(phraseOf('Read “more”.')).toBe('text : "read more"')
    expect(phraseOf('大桥')).toBe('text : "大 桥"')
    expect(phraseOf('* * *')).toBeUndefined()
  })
})
