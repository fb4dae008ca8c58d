/** Who gets which articles. The same articles, annotators, terms and seed make the same plan, on every machine. */
import { type Draw, draws } from '../agreement/random.ts'
import { Refusal } from '../failure.ts'
import { type DealingTerms, MOST_RECIPIENTS } from '../model/dealing.ts'
import type { ArticleId } from '../model/ids.ts'

/** An article as far as dealing it out is concerned. */
export interface DealtArticle {
  readonly id: ArticleId
  /** How many sentences it has. */
  readonly sentences: number
  readonly source: string
  readonly language: string
}

/** One article of a plan. */
export interface Deal {
  readonly article: DealtArticle
  /** Who gets it: places in the list of annotators, from 0, in their order. */
  readonly to: readonly number[]
  /** Whether it is there for agreement. */
  readonly overlap: boolean
}

/** What an annotator has been given so far. */
interface Load {
  readonly annotator: number
  articles: number
  sentences: number
  /** Articles of the stratum that is being dealt. */
  inStratum: number
}

/**
 * Deals articles out, whatever the order in which they come.
 *
 * - Every article goes to `each` annotators, those of the overlap to `overlapTo`. The overlap is `overlap` of all
 *   articles, rounded, and of each stratum that part of it within one.
 * - By articles: the numbers of articles that two annotators get differ by one at most, in all and of each stratum.
 * - By sentences: the numbers of sentences differ by those of the longest article at most.
 *
 * Each article goes to those who have the least so far; among equals the seed decides, so that all come together with
 * all. O(articles · annotators · log annotators).
 *
 * @param annotators how many there are
 * @returns the deals in the order of the ids of their articles
 * @throws a refusal where the terms ask for more annotators than there are, or the overlap for fewer than `each`
 */
export function dealOut(
  articles: readonly DealtArticle[],
  annotators: number,
  terms: DealingTerms,
): readonly Deal[] {
  assertPossible(annotators, terms)
  const draw = draws(terms.seed)
  const strata = strataOf(articles, terms.stratify).map(articles => shuffled(articles, draw))
  const quotas = overlapQuotas(
    strata.map(stratum => stratum.length),
    terms.overlap,
  )
  const loads = Array.from({ length: annotators }, (_, annotator): Load => {
    return { annotator, articles: 0, sentences: 0, inStratum: 0 }
  })
  const deals = strata.flatMap((stratum, place) => {
    for (const load of loads) load.inStratum = 0
    const quota = quotas[place] ?? 0
    const [shared, single] = [stratum.slice(0, quota), stratum.slice(quota)]
    const give = (overlap: boolean, to: number) => (article: DealtArticle) => {
      return { article, overlap, to: giveToLeast(loads, article, to, terms.balance, draw) }
    }
    return [
      ...inTurn(shared, terms.balance).map(give(true, terms.overlapTo ?? annotators)),
      ...inTurn(single, terms.balance).map(give(false, terms.each)),
    ]
  })
  return deals.sort((a, b) => byText(a.article.id, b.article.id))
}

function assertPossible(annotators: number, { each, overlap, overlapTo }: DealingTerms): void {
  if (annotators < 1 || annotators > MOST_RECIPIENTS)
    throw new Refusal('invalid-input', `Articles are dealt to 1 to ${MOST_RECIPIENTS} annotators.`)
  if (each > annotators || (overlap > 0 && (overlapTo ?? 0) > annotators))
    throw new Refusal(
      'invalid-input',
      `There are ${annotators} annotators to deal to. Name more, or ask for fewer for each article.`,
    )
  if (overlap > 0 && (overlapTo ?? annotators) < each)
    throw new Refusal(
      'invalid-input',
      'The overlap goes to fewer annotators than every other article. Ask for more for the overlap.',
    )
}

/** The articles by what they are stratified by, each stratum in the order of ids. */
function strataOf(
  articles: readonly DealtArticle[],
  stratify: DealingTerms['stratify'],
): (readonly DealtArticle[])[] {
  const sorted = [...articles].sort((a, b) => byText(a.id, b.id))
  const strata = Map.groupBy(sorted, article => (stratify === 'none' ? '' : article[stratify]))
  return [...strata].sort(([a], [b]) => byText(a, b)).map(([, stratum]) => stratum)
}

/** How many of each stratum overlap: the whole rounded, the remainders to those who lose most by being rounded down. */
function overlapQuotas(sizes: readonly number[], share: number): number[] {
  const exact = sizes.map(size => share * size)
  const quotas = exact.map(Math.floor)
  const total = Math.round(share * sizes.reduce((sum, size) => sum + size, 0))
  const missing = total - quotas.reduce((sum, quota) => sum + quota, 0)
  const lost = (place: number): number => (exact[place] ?? 0) - (quotas[place] ?? 0)
  const first = sizes.map((_, place) => place).sort((a, b) => lost(b) - lost(a) || a - b)
  const raised = new Set(first.slice(0, Math.max(0, missing)))
  return quotas.map((quota, place) => (raised.has(place) ? quota + 1 : quota))
}

/** Balanced by sentences, the longest go first: what is short evens out at the end. */
const inTurn = (
  articles: readonly DealtArticle[],
  balance: DealingTerms['balance'],
): readonly DealtArticle[] =>
  balance === 'articles' ? articles : [...articles].sort((a, b) => b.sentences - a.sentences)

/** Gives an article to those who have the least. @returns who they are, in their order */
function giveToLeast(
  loads: readonly Load[],
  { sentences }: DealtArticle,
  to: number,
  balance: DealingTerms['balance'],
  draw: Draw,
): number[] {
  const heavier = (a: Load, b: Load): number =>
    balance === 'articles' ? a.inStratum - b.inStratum || a.articles - b.articles : a.sentences - b.sentences
  const chosen = shuffled(loads, draw).sort(heavier).slice(0, to)
  for (const load of chosen) {
    load.articles++
    load.inStratum++
    load.sentences += sentences
  }
  return chosen.map(({ annotator }) => annotator).sort((a, b) => a - b)
}

/** In an order drawn by chance: the shuffle of Fisher and Yates, from the inside out. */
function shuffled<T>(ones: readonly T[], draw: Draw): T[] {
  const drawn: T[] = []
  for (const one of ones) {
    const place = draw(drawn.length + 1)
    const moved = drawn[place]
    if (moved !== undefined) drawn.push(moved)
    drawn[place] = one
  }
  return drawn
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
