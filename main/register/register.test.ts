import { expect, test } from 'vitest'
import type { BoardPlace, UnlinkedPage, WalkPlace } from '#app/contract'
import { BIN, membershipId } from '#app/model/collection'
import { AttributeId, LabelId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import type { Store } from '#main/store/store'
import { ANNA, BORYS, project, tagSentence } from '#main/test/projects'
import { columnOf } from './board.ts'
import { OF_ENTRY, pageOfEntries } from './entries.ts'
import { registerOf } from './register.ts'
import { published, say, withLinks } from './test/claims.ts'
import { step } from './walk.ts'

const CLAIM = AttributeId.parse('same-claim')
const BRIDGE = 'The bridge is unsafe.'
const ALL = { text: '', order: 'most', offset: 0, limit: 50 } as const

/** Four articles: the bridge is said to be unsafe in three, by two people; the water is said to be clean in one. */
function claims(): Store {
  const store = withLinks(project())
  const june = published(store, 'It is unsafe, said Koval. Rain fell.', '2026-06-01')
  const may = published(store, 'The bridge is a danger. The water is clean.', '2026-05-10')
  const undated = published(store, 'Koval repeated that it is unsafe. No one answered.', '')
  say(store, june, 1, 'claim', { 'same-claim': BRIDGE, 'attributed-to': 'Koval', verdict: 'supported' })
  say(store, may, 1, 'claim', { 'same-claim': BRIDGE, 'attributed-to': 'Marchenko', verdict: 'refuted' })
  say(store, may, 2, 'claim', { 'same-claim': 'The water is clean.' })
  say(store, undated, 1, 'claim', { 'same-claim': BRIDGE, 'attributed-to': 'Koval' })
  say(store, undated, 2, 'claim', {})
  say(store, june, 1, 'claim', { 'same-claim': BRIDGE, 'attributed-to': 'Koval' }, BORYS)
  return store
}

test('a claim is listed with its appearances, its first one, who repeated it and what checking came to', () => {
  const { total, entries } = registerOf(claims()).entries({ attribute: CLAIM, ...ALL })
  expect(total).toBe(2)
  expect(entries[0]).toMatchObject({
    value: BRIDGE,
    uses: 4,
    appearances: 3,
    articles: 3,
    first: { published: '2026-05-10' },
    by: [
      { value: 'Koval', uses: 3 },
      { value: 'Marchenko', uses: 1 },
    ],
    verdicts: [
      { value: 'refuted', uses: 1 },
      { value: 'supported', uses: 1 },
    ],
  })
  expect(entries[1]).toMatchObject({ value: 'The water is clean.', appearances: 1, by: [], verdicts: [] })
})

test('what is only said in articles in the bin is not counted, and is there again once they are out', () => {
  const store = claims()
  const first = () => registerOf(store).entries({ attribute: CLAIM, ...ALL }).entries[0]
  const before = first()
  const [article] = [...store.tables.article.inOrder()].filter(one => one.published === '2026-05-10')
  if (!article) throw new Error('no article of that day')
  const membership = { collection: BIN.id, article: article.id, by: ANNA.id, at: '2026-11-26T00:00:00.000Z' }
  const edit = { kind: 'membership' as const, id: membershipId(membership) }
  store.write({ by: ANNA.id, action: 'collect', edits: [{ ...edit, after: membership }] })
  expect(first()).toMatchObject({ appearances: 2, articles: 2, first: { published: '2026-06-01' } })
  store.history.revert(ANNA.id, 'undo')
  expect(first()).toEqual(before)
})

test('the list is narrowed by the beginnings of words, sorted by wording, and comes in pages', () => {
  const register = registerOf(claims())
  const { entries: found, total } = register.entries({ attribute: CLAIM, ...ALL, text: 'wat cle' })
  expect([total, found.map(one => one.value)]).toEqual([1, ['The water is clean.']])
  const page = { attribute: CLAIM, text: '', order: 'wording', limit: 1 } as const
  expect(register.entries({ ...page, offset: 1 }).entries.map(one => one.value)).toEqual([
    'The water is clean.',
  ])
})

test('appearances come by the date of their articles, undated ones after the others', () => {
  const { total, appearances } = registerOf(claims()).appearances.linked(
    { attribute: CLAIM, value: BRIDGE, offset: 0, limit: 10 },
    ANNA.id,
  )
  expect(total).toBe(4)
  expect(appearances.map(one => [one.article.published, one.text, one.own])).toEqual([
    ['2026-05-10', 'The bridge is a danger.', true],
    ['2026-06-01', 'It is unsafe, said Koval.', true],
    ['2026-06-01', 'It is unsafe, said Koval.', false],
    ['', 'Koval repeated that it is unsafe.', true],
  ])
})

test('what is not linked yet is listed to be linked: one’s own, of the labels that the link belongs to', () => {
  const store = claims()
  const register = registerOf(store)
  const { appearances, next } = register.unlinked({ attribute: CLAIM, after: null }, ANNA.id)
  expect([appearances.map(one => one.text), next]).toEqual([['No one answered.'], null])
  expect(register.unlinked({ attribute: CLAIM, after: null }, BORYS.id).appearances).toEqual([])
})

test('a long list of what is not linked comes in pages that leave nothing out', () => {
  const store = withLinks(project())
  const article = published(store, 'Yes. '.repeat(75), '')
  for (let number = 1; number <= 75; number++) say(store, article, number, 'claim', {})
  const register = registerOf(store)
  const sizes: number[] = []
  const seen = new Set<string>()
  let after: WalkPlace | null = null
  do {
    const page: UnlinkedPage = register.unlinked({ attribute: CLAIM, after }, ANNA.id)
    sizes.push(page.appearances.length)
    for (const { annotation } of page.appearances) seen.add(annotation.id)
    after = page.next
  } while (after !== null)
  expect([sizes, seen.size]).toEqual([[30, 30, 15], 75])
})

test('the claims most like a sentence share its telling words', () => {
  const { similar } = registerOf(claims())
  expect(similar(CLAIM, 'Engineers agree: the bridge was never unsafe.').map(one => one.value)).toEqual([
    BRIDGE,
  ])
  expect(similar(CLAIM, 'Nothing of the kind.')).toEqual([])
  expect(similar('same-pledge', 'The bridge is unsafe.')).toEqual([])
})

/** Pledges in every state, of two people; one is made in two articles. */
function pledges(): Store {
  const store = withLinks(project())
  const first = published(
    store,
    'We will plant trees. We will open it. We will pay. We will see.',
    '2026-01-01',
  )
  const second = published(store, 'Trees, she promised again. Another plan.', '2026-02-01')
  const trees = { 'same-pledge': 'Plant trees.', promiser: 'Koval' }
  say(store, first, 1, 'pledge', { ...trees, deadline: '2030-01-01', status: '2026-01-02 open' })
  say(store, second, 1, 'pledge', { ...trees, status: '2026-03-01 partly https://example.org/trees' })
  say(store, first, 2, 'pledge', { promiser: 'Marchenko', deadline: '2026-10-01' })
  say(store, first, 3, 'pledge', { promiser: 'Koval', deadline: '2026-04-01', status: '2026-01-02 open' })
  say(store, first, 4, 'pledge', {})
  say(store, second, 2, 'pledge', { status: '2026-02-02 open', deadline: '2026-03-01' })
  return store
}

const column = (store: Store, status: string, who = '', after: BoardPlace | null = null) =>
  registerOf(store).board.column({ status, who, after }, ANNA.id)

test('a pledge stands on the board by its last status, the earliest deadline first', () => {
  const store = pledges()
  expect(column(store, 'open').cards.map(one => [one.wording, one.deadline])).toEqual([
    ['Another plan.', '2026-03-01'],
    ['We will pay.', '2026-04-01'],
  ])
  expect(column(store, 'partly').cards).toEqual([
    {
      ...{ kind: 'same-pledge', card: 'Plant trees.', wording: 'Plant trees.', status: 'partly' },
      ...{ deadline: '2030-01-01', by: [{ value: 'Koval', uses: 2 }], uses: 2 },
    },
  ])
  expect(column(store, 'kept')).toEqual({ cards: [], next: null })
})

test('pledges without a status come last, those of which nothing is known after the others', () => {
  const store = pledges()
  const { cards, next } = column(store, '')
  expect(cards.map(one => [one.wording, one.by])).toEqual([
    ['We will open it.', [{ value: 'Marchenko', uses: 1 }]],
  ])
  expect(next).toEqual({ phase: 'plain', after: null })
  const rest = column(store, '', '', next)
  expect([rest.cards.map(one => one.wording), rest.next]).toEqual([['We will see.'], null])
})

test('the board is narrowed to who pledges', () => {
  const store = pledges()
  expect(column(store, 'open', 'Koval').cards.map(one => one.wording)).toEqual(['We will pay.'])
  expect(column(store, 'partly', 'Koval').cards).toHaveLength(1)
  expect(column(store, 'open', 'Marchenko').cards).toEqual([])
})

test('a column comes in pages that leave nothing out', () => {
  const store = withLinks(project())
  const article = published(store, 'Yes. '.repeat(70), '')
  for (let number = 1; number <= 70; number++)
    say(store, article, number, 'pledge', {
      status: '2026-01-01 open',
      deadline: `2026-0${1 + (number % 9)}-01`,
    })
  const sizes: number[] = []
  const seen: string[] = []
  let after: BoardPlace | null = null
  do {
    const { cards, next }: ReturnType<typeof column> = column(store, 'open', '', after)
    sizes.push(cards.length)
    seen.push(...cards.map(one => one.deadline))
    after = next
  } while (after !== null)
  expect(sizes).toEqual([30, 30, 10])
  expect(seen).toEqual(seen.toSorted())
})

test('a card follows its annotations: a new status, an undo, a link', () => {
  const store = pledges()
  store.history.revert(ANNA.id, 'undo')
  expect(column(store, 'open').cards.map(one => one.wording)).toEqual(['We will pay.'])
  store.history.revert(ANNA.id, 'redo')
  const [card] = column(store, 'open').cards
  if (!card) throw new Error('no card')
  const [one] = registerOf(store).board.card(card, ANNA.id)
  if (!one) throw new Error('no annotation')
  const attributes = {
    ...one.annotation.attributes,
    'same-pledge': 'Plant trees.',
    status: '2027-01-01 kept',
  }
  const edit: Edit = { kind: 'annotation', id: one.annotation.id, after: { ...one.annotation, attributes } }
  store.write({ by: ANNA.id, action: 'annotate', edits: [edit] })
  expect(column(store, 'partly').cards).toEqual([])
  expect(column(store, 'kept').cards).toMatchObject([
    { wording: 'Plant trees.', deadline: '2026-03-01', uses: 3 },
  ])
  expect(registerOf(store).board.card({ kind: 'same-pledge', card: 'Plant trees.' }, ANNA.id)).toHaveLength(3)
})

test('annotations of a label that was merged into claims are claims of the register', () => {
  const store = claims()
  const [claim] = store.codebook().labels.filter(one => one.id === 'claim')
  if (!claim) throw new Error('no claim')
  const rumour = { ...claim, id: LabelId.parse('rumour'), name: 'Rumour', successor: claim.id, key: '' }
  store.write({
    by: ANNA.id,
    action: 'change-codebook',
    edits: [{ kind: 'label', id: rumour.id, after: rumour }],
  })
  const article = published(store, 'They say it sank.', '')
  tagSentence(store, article, 1, 'rumour')
  const { appearances } = registerOf(store).unlinked({ attribute: CLAIM, after: null }, ANNA.id)
  expect(appearances.map(one => one.text)).toEqual(['No one answered.', 'They say it sank.'])
})

test('no page of the register scans annotations, values or names', () => {
  const { db } = project()
  const given = {
    ...{ attribute: CLAIM, value: BRIDGE, other: 'verdict', match: 'value : "a"*', limit: 50, offset: 0 },
    ...{ status: 'open', due: '', kind: '', card: '', kind0: 'same-pledge', kind1: 'pledge', who: 'Koval' },
    ...{
      by: '["promiser"]',
      kinds: '["pledge"]',
      label: 'claim',
      annotator: '',
      article: '',
      start: -1,
      id: '',
    },
  }
  const questions = [
    ...Object.values(OF_ENTRY),
    ...[pageOfEntries('most', false), pageOfEntries('wording', false), pageOfEntries('most', true)],
    ...[columnOf(['same-pledge', 'pledge'], false), columnOf(['same-pledge', 'pledge'], true)],
    ...[step(true), step(false)],
  ]
  for (const sql of questions) {
    const plan = db.prepare<object, { detail: string }>(`explain query plan ${sql}`).all(given)
    const steps = plan.map(one => one.detail)
    expect(
      steps.filter(one =>
        /^SCAN (?:n|v|w|a|c|s|annotations|attribute_values|known_values|cards)\b/.test(one),
      ),
    ).toEqual([])
  }
})
