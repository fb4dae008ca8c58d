import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draws } from '../agreement/random.ts'
import { articleId } from '../model/article.ts'
import type { DealingTerms } from '../model/dealing.ts'
import { type Deal, dealOut } from './deal-out.ts'
import type { DealtArticle } from './draw-part.ts'
import { sharesOf } from './shares.ts'

const TERMS: DealingTerms = {
  ...{ each: 1, overlap: 0, overlapTo: null },
  ...{ balance: 'articles', stratify: 'none', seed: 1 },
}

/** Articles of these numbers of sentences, of sources and languages in turn. */
const articles = (sizes: readonly number[]): DealtArticle[] =>
  sizes.map((sentences, place) => ({
    id: articleId(((place + 1) * 0x9e3779b1).toString(16).padStart(9, '0').padEnd(64, '0')),
    sentences,
    source: ['Herald', 'Courier', ''][(sentences + place) % 3] ?? '',
    language: place % 5 === 0 ? 'uk' : 'en',
  }))

interface Asked {
  readonly given: readonly DealtArticle[]
  readonly annotators: number
  readonly terms: DealingTerms
}

/** Everything that can be asked for. */
const asked: fc.Arbitrary<Asked> = fc.integer({ min: 1, max: 9 }).chain(annotators =>
  fc.integer({ min: 1, max: annotators }).chain(each =>
    fc.record({
      given: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }).map(articles),
      annotators: fc.constant(annotators),
      terms: fc.record({
        each: fc.constant(each),
        overlap: fc.integer({ min: 0, max: 100 }).map(percent => (annotators < 2 ? 0 : percent / 100)),
        overlapTo: fc.option(fc.integer({ min: Math.max(2, each), max: Math.max(2, annotators) })),
        balance: fc.constantFrom('articles', 'sentences'),
        stratify: fc.constantFrom('none', 'source', 'language'),
        seed: fc.nat(),
      }),
    }),
  ),
)

const planOf = ({ given, annotators, terms }: Asked) => dealOut(given, annotators, terms)
const strataOf = (given: readonly DealtArticle[], { stratify }: DealingTerms) =>
  Map.groupBy(given, one => (stratify === 'none' ? '' : one[stratify]))
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
const overlapping = (deals: readonly Deal[]) => deals.filter(({ overlap }) => overlap)

test('every article goes once to as many annotators as were asked for, and to nobody twice', () => {
  fc.assert(
    fc.property(asked, one => {
      const deals = planOf(one)
      const ids = one.given.map(({ id }) => id).sort()
      expect(deals.map(({ article }) => article.id)).toEqual(ids)
      for (const { to, overlap } of deals) {
        expect(to.length).toBe(overlap ? (one.terms.overlapTo ?? one.annotators) : one.terms.each)
        expect([...new Set(to)].sort((a, b) => a - b)).toEqual(to)
        expect(to.every(place => place >= 0 && place < one.annotators)).toBe(true)
      }
    }),
  )
})

test('the overlap is the part that was asked for, rounded', () => {
  fc.assert(
    fc.property(asked, one => {
      const count = overlapping(planOf(one)).length
      expect(count).toBe(Math.round(one.terms.overlap * one.given.length))
    }),
  )
})

test('of each stratum the overlap takes its part, within one', () => {
  fc.assert(
    fc.property(asked, one => {
      const taken = strataOf(
        overlapping(planOf(one)).map(({ article }) => article),
        one.terms,
      )
      for (const [stratum, members] of strataOf(one.given, one.terms)) {
        const apart = Math.abs((taken.get(stratum)?.length ?? 0) - one.terms.overlap * members.length)
        expect(apart).toBeLessThan(1 + 1e-9)
      }
    }),
  )
})

test('by articles, two annotators differ by one article at most, in all and of each stratum', () => {
  fc.assert(
    fc.property(asked, ({ terms, ...rest }) => {
      const one: Asked = { ...rest, terms: { ...terms, balance: 'articles' } }
      const deals = planOf(one)
      expect(spread(sharesOf(deals, one.annotators).map(share => share.articles))).toBeLessThanOrEqual(1)
      const strata = strataOf(one.given, one.terms)
      for (const members of strata.values()) {
        const within = deals.filter(({ article }) => members.includes(article))
        expect(spread(sharesOf(within, one.annotators).map(share => share.articles))).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('by sentences, two annotators differ by the longest article at most', () => {
  fc.assert(
    fc.property(asked, ({ terms, ...rest }) => {
      const one: Asked = { ...rest, terms: { ...terms, balance: 'sentences' } }
      const longest = Math.max(0, ...one.given.map(({ sentences }) => sentences))
      const shares = sharesOf(planOf(one), one.annotators)
      expect(spread(shares.map(({ sentences }) => sentences))).toBeLessThanOrEqual(longest)
    }),
  )
})

test('the same seed makes the same plan, in whatever order the articles come', () => {
  fc.assert(
    fc.property(asked, fc.nat(), (one, seed) => {
      const draw = draws(seed)
      const keyed = one.given.map(article => ({ article, key: draw(1000) }))
      const mixed = keyed.sort((a, b) => a.key - b.key).map(({ article }) => article)
      expect(planOf({ ...one, given: mixed })).toEqual(planOf(one))
    }),
  )
})

test('another seed makes another plan', () => {
  const given = articles(Array.from({ length: 40 }, (_, place) => place + 1))
  const plans = [1, 2, 3].map(seed => dealOut(given, 4, { ...TERMS, overlap: 0.2, seed }))
  expect(new Set(plans.map(plan => JSON.stringify(plan))).size).toBe(3)
})

test('everybody comes together with everybody, not with the same neighbour for ever', () => {
  const given = articles(Array.from({ length: 200 }, () => 10))
  const pairs = new Set(dealOut(given, 6, { ...TERMS, each: 2 }).map(({ to }) => to.join()))
  expect(pairs.size).toBe(15)
})

test('what each gets adds up', () => {
  const given = articles([10, 20, 30, 40])
  const deals = dealOut(given, 2, { ...TERMS, overlap: 0.5 })
  const shares = sharesOf(deals, 2)
  expect(shares.map(({ articles, overlap }) => [articles, overlap])).toEqual([
    [3, 2],
    [3, 2],
  ])
  const dealt = deals.reduce((sum, { article, to }) => sum + article.sentences * to.length, 0)
  expect(shares.reduce((sum, { sentences }) => sum + sentences, 0)).toBe(dealt)
})

test.each([
  [0, TERMS, 'are dealt to 1 to 200'],
  [2, { ...TERMS, each: 3 }, 'There are 2 annotators to deal to'],
  [2, { ...TERMS, overlap: 0.1, overlapTo: 3 }, 'There are 2 annotators to deal to'],
  [4, { ...TERMS, each: 3, overlap: 0.1, overlapTo: 2 }, 'goes to fewer annotators'],
])('to %i annotators, terms that cannot be met are refused', (annotators, terms, message) => {
  expect(() => dealOut(articles([1]), annotators, terms)).toThrow(message)
})
