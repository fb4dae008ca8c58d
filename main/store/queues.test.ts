import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeLabel } from '#app/codebook/change-labels'
import { attribute } from '#app/model/attribute'
import { BIN, membershipId } from '#app/model/collection'
import { type ArticleId, AttributeId, LabelId } from '#app/model/ids'
import type { Direction, Queue, SentencePlace } from '#app/model/queue'
import { type Judgement, reviewId } from '#app/model/review'
import { overlaps, type Range } from '#app/text/range'
import { changeCodebook } from '#main/codebook/change-codebook'
import { ANNA, article, BORYS, project, tagSentence } from '#main/test/projects'
import { incompleteIn } from './incomplete.ts'
import { conditionsOf, statementsOf } from './queues.ts'
import type { Store } from './store.ts'

const NOW = '2026-11-26T00:00:00.000Z'
const FACT = LabelId.parse('fact')
const CLAIM = LabelId.parse('claim')

const QUEUES: readonly Queue[] = [
  { kind: 'unread' },
  { kind: 'flagged', by: 'me' },
  { kind: 'flagged', by: 'everybody' },
  { kind: 'cannot-judge' },
  { kind: 'label', label: FACT },
  { kind: 'label', label: CLAIM },
  { kind: 'to-look-at' },
  { kind: 'incomplete' },
]

function say(store: Store, id: ArticleId, number: number, judgement: Judgement, by = ANNA): void {
  const sentence = store.tables.segmentation.get(id)?.sentences[number - 1]
  if (!sentence) throw new Error(`no sentence ${number}`)
  store.introduce(by.id, by.name)
  const after = { article: id, annotator: by.id, ...sentence, judgement, at: NOW }
  store.write({ by: by.id, action: 'review', edits: [{ kind: 'review', id: reviewId(after), after }] })
}

function throwAway(store: Store, id: ArticleId): void {
  const after = { collection: BIN.id, article: id, by: ANNA.id, at: NOW }
  store.write({
    by: ANNA.id,
    action: 'collect',
    edits: [{ kind: 'membership', id: membershipId(after), after }],
  })
}

/** From now on annotations with `claim` count as `fact`. */
function mergeClaimIntoFact(store: Store): void {
  const label = store.tables.label.get(CLAIM)
  if (!label) throw new Error('no label')
  const after = { ...label, retired: true, successor: FACT }
  store.write({ by: ANNA.id, action: 'change-codebook', edits: [{ kind: 'label', id: CLAIM, after }] })
}

/** From now on the codebook says something else of `fact`. */
function redefineFact(store: Store): void {
  const after = changeLabel(store.codebook(), FACT, { definition: REDEFINED })
  changeCodebook(store, after, { by: ANNA.id, reason: '', at: NOW })
}
const REDEFINED = 'What can be checked against a source.'
const redefined = (store: Store): boolean => store.tables.label.get(FACT)?.definition === REDEFINED
const [WHO, WHY, KIND] = ['attributed-to', 'why', 'kind'].map(id => AttributeId.parse(id)) as [
  AttributeId,
  AttributeId,
  AttributeId,
]

/** Claims have to say who says so; facts why, where their kind is one of two. */
function requireAttributes(store: Store): void {
  const wanted = [
    attribute({ id: WHO, name: 'Who', position: 0, labels: [CLAIM], required: true }),
    attribute({
      ...{ id: KIND, name: 'Kind', position: 1, labels: [FACT], type: 'choices' },
      choices: ["it's", 'of weight', 'other'],
    }),
    attribute({
      ...{ id: WHY, name: 'Why', position: 2, labels: [FACT], required: true },
      condition: { attribute: KIND, values: ["it's", 'of weight'] },
    }),
  ]
  for (const after of wanted)
    store.write({
      by: ANNA.id,
      action: 'change-codebook',
      edits: [{ kind: 'attribute', id: after.id, after }],
    })
}

/** Says something of the last annotation of an article. */
function describeLast(store: Store, id: ArticleId, attributes: Record<string, string>): void {
  const annotation = store.tables.annotation.ofLayer(id, ANNA.id).at(-1)
  const given = annotation && store.tables.annotation.get(annotation.id)
  if (!given) return
  const after = { ...given, attributes: { ...given.attributes, ...attributes } }
  store.write({ by: ANNA.id, action: 'annotate', edits: [{ kind: 'annotation', id: after.id, after }] })
}

/** All sentences of a queue, told in the plainest way: looks at everything. */
function everySentence(store: Store, queue: Queue): SentencePlace[] {
  return [...store.tables.article.inOrder()].flatMap(({ id }): SentencePlace[] => {
    if (store.tables.membership.collectionsOf(id).includes(BIN.id)) return []
    const sentences = store.tables.segmentation.get(id)?.sentences ?? []
    return sentences
      .filter(sentence => waits(store, queue, id, sentence))
      .map(range => ({ article: id, range }))
  })
}

function waits(store: Store, queue: Queue, id: ArticleId, sentence: Range): boolean {
  const isAnnas = (one: { readonly annotator: string }) => one.annotator === ANNA.id
  const tags = store.tables.annotation.ofArticle(id).filter(one => isAnnas(one) && overlaps(one, sentence))
  const reviews = store.tables.review.ofArticle(id).filter(one => overlaps(one, sentence))
  const said = (judgement: Judgement) => reviews.some(one => isAnnas(one) && one.judgement === judgement)
  switch (queue.kind) {
    case 'unread':
      return tags.length === 0 && !said('read') && !said('cannot-judge')
    case 'flagged':
      return queue.by === 'me' ? said('difficult') : reviews.some(one => one.judgement === 'difficult')
    case 'cannot-judge':
      return tags.length === 0 && said('cannot-judge')
    case 'label':
      return tags.some(one => one.label === queue.label)
    case 'to-look-at':
      return tags.some(one => store.tables.annotation.get(one.id)?.label === 'fact' && redefined(store))
    case 'incomplete':
      return tags.some(one => {
        const said = (attribute: AttributeId) => one.attributes[attribute] ?? ''
        if (one.label === CLAIM) return said(WHO) === ''
        return (
          said(WHY) === '' &&
          said(KIND)
            .split(' | ')
            .some(kind => kind === "it's" || kind === 'of weight')
        )
      })
  }
}

/** The next of them: the first beyond the place, else the first of all. */
function expected(store: Store, queue: Queue, from: SentencePlace | null, direction: Direction) {
  const order = [...store.tables.article.inOrder()].map(({ id }) => id)
  const rank = ({ article: id, range }: SentencePlace) => order.indexOf(id) * 1e6 + range.start
  const sign = direction === 'next' ? 1 : -1
  const all = everySentence(store, queue).sort((a, b) => sign * (rank(a) - rank(b)))
  return all.find(one => from === null || sign * (rank(one) - rank(from)) > 0) ?? all[0] ?? null
}

const deed = fc.record({
  article: fc.nat(4),
  sentence: fc.integer({ min: 1, max: 4 }),
  does: fc.constantFrom('fact', 'claim', 'read', 'cannot-judge', 'difficult', 'bin' as const),
  says: fc.constantFrom<Record<string, string>[]>(
    ...[{}, { [WHO]: 'The mayor' }, { [KIND]: 'other' }, { [KIND]: "other | it's" }],
    { [KIND]: 'of weight', [WHY]: 'Because.' },
  ),
  by: fc.constantFrom(ANNA, BORYS),
})

test('the next of a queue is the one that looking at everything finds, from every place and both ways', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
      fc.array(deed, { maxLength: 14 }),
      fc.boolean(),
      fc.boolean(),
      (lengths, deeds, merged, redefined) => {
        const store = project()
        requireAttributes(store)
        const ids = lengths.map((length, place) =>
          article(store, Array.from({ length }, (_, one) => `Article ${place} has ${one}.`).join(' ')),
        )
        for (const { article: place, sentence, does, says, by } of deeds) {
          const id = ids[place % ids.length]
          const number = Math.min(sentence, lengths[place % ids.length] ?? 1)
          if (!id) continue
          if (does === 'bin') throwAway(store, id)
          else if (does === 'fact' || does === 'claim') {
            tagSentence(store, id, number, does, by)
            describeLast(store, id, says)
          } else say(store, id, number, does, by)
        }
        if (merged) mergeClaimIntoFact(store)
        else if (redefined) redefineFact(store)
        const places = ids.flatMap(id =>
          (store.tables.segmentation.get(id)?.sentences ?? []).map(range => ({ article: id, range })),
        )
        for (const queue of QUEUES) {
          for (const from of [null, ...places]) {
            for (const direction of ['next', 'previous'] as const) {
              const given = from && { article: from.article, start: from.range.start }
              const found = store.queues.next(queue, given, direction, ANNA.id)
              expect([queue, given, direction, found]).toEqual([
                ...[queue, given, direction],
                expected(store, queue, from, direction),
              ])
            }
          }
        }
        store.close()
      },
    ),
    { numRuns: 15 },
  )
})

test('where many articles have a sentence of a queue, the way through them is the same', () => {
  const store = project()
  const ids = Array.from({ length: 520 }, (_, place) => article(store, `Article ${place}.`))
  for (const id of ids) say(store, id, 1, 'difficult')
  const after = (place: number) =>
    store.queues.next(
      { kind: 'flagged', by: 'me' },
      { article: ids[place] as ArticleId, start: 0 },
      'next',
      ANNA.id,
    )?.article
  for (const place of [0, 1, 250, 518]) expect(after(place)).toBe(ids[place + 1])
  const last = { article: ids.at(-1) ?? ids[0], start: 0 } as { article: ArticleId; start: number }
  expect(store.queues.next({ kind: 'flagged', by: 'me' }, last, 'next', ANNA.id)?.article).toBe(ids[0])
  expect(store.queues.next({ kind: 'flagged', by: 'me' }, null, 'previous', ANNA.id)?.article).toBe(
    ids.at(-1),
  )
})

describe('the flagged sentences', () => {
  test('are listed in the order of the library, a page at a time, with who flagged them', () => {
    const store = project()
    const [first, second, binned] = ['One. Two.', 'Three. Four.', 'Five.'].map(text => article(store, text))
    if (!first || !second || !binned) throw new Error('no article')
    say(store, second, 2, 'difficult')
    say(store, first, 2, 'difficult', BORYS)
    say(store, first, 1, 'difficult')
    say(store, first, 2, 'read')
    say(store, binned, 1, 'difficult')
    throwAway(store, binned)
    const mine = store.queues.flagged('me', ANNA.id, { offset: 0, limit: 10 })
    expect(mine.total).toBe(2)
    expect(mine.sentences.map(one => one.text)).toEqual(['One.', 'Four.'])
    const all = store.queues.flagged('everybody', ANNA.id, { offset: 1, limit: 1 })
    expect(all.total).toBe(3)
    expect(all.sentences).toMatchObject([{ text: 'Two.', annotator: { name: 'Borys' }, article: first }])
  })
})

test('no queue makes SQLite read a table: it searches, or goes along an index until it has enough', () => {
  const store = project()
  requireAttributes(store)
  const { db } = store
  const incomplete = incompleteIn(store.codebook(), new Map())
  for (const queue of QUEUES) {
    for (const sql of Object.values(statementsOf(conditionsOf(queue, incomplete)))) {
      const plan = db
        .prepare<object, { detail: string }>(`explain query plan ${sql}`)
        .all({ by: '', labels: '[]', touched: '[]', key: 1 })
      const costly = plan
        .map(step => step.detail)
        .filter(
          detail =>
            /\bSCAN\b|AUTOMATIC/.test(detail) &&
            !/json_each|VIRTUAL TABLE INDEX|COVERING INDEX segmentations_by_count/.test(detail),
        )
      expect([queue, costly]).toEqual([queue, []])
    }
  }
})
