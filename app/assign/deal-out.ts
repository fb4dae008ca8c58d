/** Who gets which articles. The same articles, annotators, terms and seed make the same plan, on every machine. */
import { type Draw, draws } from '../agreement/random.ts'
import { Refusal } from '../failure.ts'
import { type DealingTerms, MOST_RECIPIENTS } from '../model/dealing.ts'
import { byText, type DealtArticle, drawPart, shuffled } from './draw-part.ts'

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
  const strata = drawPart(articles, terms.overlap, terms.stratify, draw)
  const loads = Array.from({ length: annotators }, (_, annotator): Load => {
    return { annotator, articles: 0, sentences: 0, inStratum: 0 }
  })
  const deals = strata.flatMap(({ drawn, rest }) => {
    for (const load of loads) load.inStratum = 0
    const give = (overlap: boolean, to: number) => (article: DealtArticle) => {
      return { article, overlap, to: giveToLeast(loads, article, to, terms.balance, draw) }
    }
    return [
      ...inTurn(drawn, terms.balance).map(give(true, terms.overlapTo ?? annotators)),
      ...inTurn(rest, terms.balance).map(give(false, terms.each)),
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
