import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesToDecide } from '#app/adjudication/sentences-to-decide'
import type { Conflict } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import { decideSentence } from '#main/adjudication/decide-sentence'
import { decidedArticle } from '#main/adjudication/decided-articles'
import { person } from '#main/test/projects'
import { conflictOf, conflictsIn, ownSessions } from './conflicts.ts'
import { type Resolution, resolveConflict } from './resolve-conflict.ts'
import { ACT_NAMES, acts, canonicalOf, type Machine, machine, send, tagAs } from './test/machines.ts'

const conflicts = ({ store }: Machine): Conflict[] => {
  const own = ownSessions(store)
  return conflictsIn(store).map(key => conflictOf(store, key, own))
}

const resolutionOf = ({ kind, id, sides }: Conflict, side: number, fields = {}): Resolution => ({
  ...{ kind, id, fields },
  revisions: sides.map(({ revision }) => revision),
  take: sides[side]?.revision ?? '',
})

const resolve = ({ store, person }: Machine, conflict: Conflict, side: number, fields = {}) =>
  resolveConflict(store, person.id, resolutionOf(conflict, side, fields))

/** Everybody sends to everybody, until nothing is new. */
async function exchange(...machines: readonly Machine[]): Promise<void> {
  for (let round = 0; round < 2; round++)
    for (const from of machines) for (const to of machines) if (from !== to) await send(from, to)
}

function only(one: Machine): Conflict {
  const [conflict, ...others] = conflicts(one)
  if (!conflict || others.length > 0) throw new Error(`${others.length + 1} conflicts, or none`)
  return conflict
}

/** Two people who have the same article, one sentence of it tagged by each. */
async function pair(): Promise<[Machine, Machine]> {
  const [anna, borys] = [machine(person('Anna')), machine(person('Borys'), 1000)]
  acts.import(anna, 0)
  tagAs(anna, 'fact', 0)
  await send(anna, borys)
  tagAs(borys, 'claim', 0)
  await exchange(anna, borys)
  return [anna, borys]
}

function firstArticle({ store }: Machine) {
  const [article] = store.tables.article.inOrder()
  if (!article) throw new Error('no article')
  return article
}

function describeAs(one: Machine, metadata: { title?: string; source?: string }): void {
  const article = firstArticle(one)
  const edits = [{ kind: 'article', id: article.id, after: { ...article, ...metadata } }] as const
  one.store.write({ by: one.person.id, action: 'describe-article', edits })
}

function define(
  one: Machine,
  id: string,
  changed: { definition?: string; summary?: string; key?: string },
): void {
  const label = one.store.tables.label.get(id)
  if (!label) throw new Error('no label')
  const edits = [{ kind: 'label', id, after: { ...label, ...changed } }] as const
  one.store.write({ by: one.person.id, action: 'change-codebook', edits })
}

const act = fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(...ACT_NAMES), fc.nat({ max: 40 }))
const histories = fc.tuple(
  fc.array(act, { maxLength: 25 }),
  fc.array(act, { maxLength: 25 }),
  fc.nat({ max: 7 }),
)

test('whatever contradicts: once somebody has decided and all have merged, nothing does, and all are the same to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ([before, after, choice]) => {
      const [anna, borys] = [person('Anna'), person('Borys')]
      const machines = [
        machine(anna),
        machine(borys, 5000),
        machine(person('Chloe'), -5000),
        machine(anna, 9000),
      ]
      const play = (steps: typeof before) => {
        for (const [who, what, n] of steps) {
          const one = machines[who]
          if (one) acts[what](one, n)
        }
      }
      for (const one of machines) acts.import(one, 0)
      play(before)
      await exchange(...machines)
      play(after)
      await exchange(...machines)
      for (const one of machines) decideAll(one, choice, machines)
      await exchange(...machines)
      expect(machines.map(one => conflicts(one).map(({ kind, id }) => [kind, id]))).toEqual([[], [], [], []])
      const [first, ...others] = machines.map(canonicalOf)
      for (const other of others) expect(other).toBe(first)
    }),
    {
      numRuns: 8,
      // Once an article that one had taken back, and another one had mended, came to nothing.
      examples: [
        [
          [
            [
              [0, 'undo', 0],
              [1, 'mend', 0],
            ],
            [],
            0,
          ],
        ],
      ],
    },
  )
}, 300_000)

/** Decides what is one's own; the first machine, also what is nobody's. Of two machines of one person the first does. */
function decideAll(one: Machine, choice: number, machines: readonly Machine[]): void {
  const isFirst = machines.find(({ person }) => person.id === one.person.id) === one
  const mine = () =>
    isFirst
      ? conflicts(one).find(({ owner }) => (owner ? owner.id === one.person.id : one === machines[0]))
      : undefined
  for (let conflict = mine(); conflict; conflict = mine())
    resolve(one, conflict, choice % conflict.sides.length)
}

test('two who decide differently contradict one another again, on both sides, until one decides that', async () => {
  const [anna, borys] = await pair()
  define(anna, 'fact', { definition: 'Anna’s' })
  define(borys, 'fact', { definition: 'Borys’s' })
  await exchange(anna, borys)
  resolve(anna, only(anna), 0)
  resolve(borys, only(borys), 1)
  await exchange(anna, borys)
  expect(only(anna)).toEqual({ ...only(borys), sides: expect.anything() })
  expect(only(anna).fields).toEqual([
    { field: 'definition', of: '', values: expect.arrayContaining(['Anna’s', 'Borys’s']) },
  ])
  resolve(borys, only(borys), 0)
  await send(borys, anna)
  expect([conflicts(anna), conflicts(borys)]).toEqual([[], []])
  expect(canonicalOf(anna)).toBe(canonicalOf(borys))
})

test('two who decide alike do not contradict one another', async () => {
  const [anna, borys] = await pair()
  describeAs(anna, { title: 'Anna’s' })
  describeAs(borys, { title: 'Borys’s' })
  await exchange(anna, borys)
  resolve(anna, only(anna), 0)
  resolve(borys, only(borys), 0)
  await exchange(anna, borys)
  expect([conflicts(anna), conflicts(borys)]).toEqual([[], []])
  expect(canonicalOf(anna)).toBe(canonicalOf(borys))
})

test('undo takes a decision back as if it had never been, and redo makes it again', async () => {
  const [anna, borys] = await pair()
  define(anna, 'fact', { definition: 'Anna’s' })
  define(borys, 'fact', { definition: 'Borys’s' })
  await send(borys, anna)
  const before = canonicalOf(anna)
  resolve(anna, only(anna), 1)
  const after = canonicalOf(anna)
  expect(anna.store.history.state(anna.person.id).undo).toBe('resolve-conflict')
  anna.store.history.revert(anna.person.id, 'undo')
  expect(canonicalOf(anna)).toBe(before)
  expect(conflicts(anna)).toHaveLength(1)
  anna.store.history.revert(anna.person.id, 'redo')
  expect(canonicalOf(anna)).toBe(after)
})

test('nothing is decided of versions that are others by now', async () => {
  const [anna, borys] = await pair()
  describeAs(anna, { title: 'Anna’s' })
  describeAs(borys, { title: 'Borys’s' })
  await send(borys, anna)
  const seen = only(anna)
  describeAs(anna, { title: 'Anna’s other' })
  expect(() => resolve(anna, seen, 0)).toThrow('It was decided, or changed again, meanwhile.')
})

describe('what each side says:', () => {
  test('metadata and labels, the fields that differ; and they are taken one by one', async () => {
    const [anna, borys] = await pair()
    describeAs(anna, { title: 'Anna’s', source: 'Post' })
    describeAs(borys, { title: 'Borys’s', source: 'Times' })
    define(anna, 'fact', { definition: 'Anna’s', summary: 'A' })
    define(borys, 'fact', { definition: 'Borys’s', summary: 'B' })
    await exchange(anna, borys)
    const [label, article] = conflicts(anna)
    if (!label || !article) throw new Error('no conflicts')
    expect(label).toMatchObject({ kind: 'label', name: 'Fact', article: null, byField: true, owner: null })
    expect(article).toMatchObject({
      kind: 'article',
      article: firstArticle(anna).id,
      range: null,
      byField: true,
    })
    expect(article.sides).toMatchObject([
      { by: { name: 'Borys' }, here: false, deleted: false },
      { by: { name: 'Anna' }, here: true, deleted: false },
    ])
    expect(article.fields).toEqual([
      { field: 'title', of: '', values: ['Borys’s', 'Anna’s'] },
      { field: 'source', of: '', values: ['Times', 'Post'] },
    ])
    resolve(anna, article, 0, { source: article.sides[1]?.revision })
    expect(firstArticle(anna)).toMatchObject({ title: 'Borys’s', source: 'Post' })
    resolve(anna, label, 1, { summary: label.sides[0]?.revision })
    expect(anna.store.tables.label.get('fact')).toMatchObject({ definition: 'Anna’s', summary: 'B' })
    await send(anna, borys)
    expect([conflicts(anna), conflicts(borys)]).toEqual([[], []])
    expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  })

  test('fields that do not go together are refused', async () => {
    const [anna, borys] = await pair()
    define(anna, 'claim', { key: '', summary: 'Anna’s' })
    define(borys, 'claim', { summary: 'Borys’s' })
    await send(borys, anna)
    define(anna, 'opinion', { key: 'c' })
    const conflict = only(anna)
    const [own, theirs] = conflict.sides[0]?.by?.name === 'Anna' ? [0, 1] : [1, 0]
    const key = { key: conflict.sides[theirs]?.revision }
    expect(() => resolve(anna, conflict, own, key)).toThrow('These fields do not go together')
    expect(() => resolve(anna, conflict, own, { id: conflict.sides[theirs]?.revision })).toThrow(
      'field by field',
    )
  })

  test('the division into sentences, around what differs', async () => {
    const [anna, borys] = await pair()
    const article = firstArticle(anna)
    const divide = (one: Machine, join: number) => {
      const now = one.store.tables.segmentation.get(article.id)
      const [a, b] = [now?.sentences[join], now?.sentences[join + 1]]
      if (!now || !a || !b) throw new Error('no sentences')
      const sentences = now.sentences.toSpliced(join, 2, { start: a.start, end: b.end })
      const edits = [
        { kind: 'segmentation', id: article.id, after: { ...now, sentences, mended: true } },
      ] as const
      one.store.write({ by: one.person.id, action: 'join-sentences', edits })
    }
    divide(anna, 0)
    divide(borys, 1)
    await exchange(anna, borys)
    const conflict = only(anna)
    expect(conflict).toMatchObject({ kind: 'segmentation', article: article.id, range: { start: 0 } })
    expect(conflict.fields).toEqual([
      {
        ...{ field: 'sentences', of: '' },
        values: [
          'Taxes rise in May.\nRoads fall apart! Nobody knows why.',
          'Taxes rise in May. Roads fall apart!\nNobody knows why.',
        ],
      },
    ])
  })

  test('an annotation changed on two machines; only its author decides', async () => {
    const anna = person('Anna')
    const [desk, laptop, borys] = [machine(anna), machine(anna, 5000), machine(person('Borys'))]
    acts.import(desk, 0)
    tagAs(desk, 'fact', 0)
    await send(desk, laptop)
    acts.note(desk, 0)
    tagAs(laptop, 'claim', 0)
    await exchange(desk, laptop, borys)
    const found = conflicts(desk)
    expect(found.length).toBeGreaterThan(0)
    for (const conflict of found) {
      expect(conflict).toMatchObject({ kind: 'annotation', owner: { name: 'Anna' }, byField: false })
      expect(new Set(conflict.sides.map(({ session }) => session)).size).toBe(conflict.sides.length)
      expect(() => resolve(borys, conflict, 0)).toThrow(
        'Only Anna can decide this: it is theirs. Ask them to.',
      )
    }
    for (const conflict of found) resolve(desk, conflict, 0)
    await exchange(desk, laptop, borys)
    expect([desk, laptop, borys].map(one => conflicts(one).length)).toEqual([0, 0, 0])
  })

  test('a deletion against an edit, with what would be lost', async () => {
    const anna = person('Anna')
    const [desk, laptop] = [machine(anna), machine(anna, 5000)]
    acts.import(desk, 0)
    tagAs(desk, 'fact', 0)
    await send(desk, laptop)
    acts.note(desk, 0)
    acts.untag(laptop, 0)
    await send(laptop, desk)
    const conflict = only(desk)
    expect(conflict.sides.map(({ deleted }) => deleted)).toEqual([false, true])
    expect(conflict.fields).toEqual([
      { field: 'label', of: '', values: ['Fact', ''] },
      { field: 'place', of: '', values: ['Taxes rise in May.', ''] },
      { field: 'note', of: '', values: ['note 0', ''] },
    ])
    resolve(desk, conflict, 1)
    await send(desk, laptop)
    expect(laptop.store.tables.annotation.counts()).toEqual([])
    expect(canonicalOf(desk)).toBe(canonicalOf(laptop))
  })

  test.each([
    ['Borys', []],
    ['Anna', ['fact']],
  ] as const)('decisions; and the gold layer becomes what is taken: %s’s', async (taken, labels) => {
    const [anna, borys] = await pair()
    const article = firstArticle(anna).id
    const sentence = anna.store.tables.segmentation.get(article)?.sentences[0]
    if (!sentence) throw new Error('no sentence')
    const decide = (one: Machine, verdict: Parameters<typeof decideSentence>[2]['verdict']) =>
      decideSentence(one.store, one.person.id, { article, sentence, verdict, reason: one.person.name })
    decide(anna, { choice: 'take', annotator: anna.person.id })
    decide(borys, { choice: 'none' })
    await exchange(anna, borys)
    const conflict = conflicts(anna).find(({ kind }) => kind === 'decision')
    if (!conflict) throw new Error('no conflict')
    expect(conflict.fields).toContainEqual({
      ...{ field: 'reason', of: '' },
      values: expect.arrayContaining(['Anna', 'Borys']),
    })
    resolve(
      anna,
      conflict,
      conflict.sides.findIndex(({ by }) => by?.name === taken),
    )
    await send(anna, borys)
    for (const { store } of [anna, borys]) {
      expect(store.tables.annotation.ofLayer(article, GOLD.id).map(({ label }) => label)).toEqual(labels)
      const [first] = sentencesToDecide(decidedArticle(store, article), store.codebook())
      expect(first?.stale).toBeNull()
    }
    expect([conflicts(anna), conflicts(borys)]).toEqual([[], []])
    expect(canonicalOf(borys)).toBe(canonicalOf(anna))
  })
})
