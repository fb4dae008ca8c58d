/** Drawing a part of some articles by chance: the same articles, part and seed draw the same, on every machine. */
import type { Draw } from '../agreement/random.ts'
import type { DealingTerms } from '../model/dealing.ts'
import type { ArticleId } from '../model/ids.ts'

/** An article as far as dealing it out is concerned. */
export interface DealtArticle {
  readonly id: ArticleId
  /** How many sentences it has. */
  readonly sentences: number
  readonly source: string
  readonly language: string
}

/** A stratum: first what was drawn of it, then the rest, both in an order drawn by chance. */
export interface DrawnStratum {
  readonly drawn: readonly DealtArticle[]
  readonly rest: readonly DealtArticle[]
}

/** Draws `part` (0 to 1) of all articles, rounded, and of each stratum that part of it within one. */
export function drawPart(
  articles: readonly DealtArticle[],
  part: number,
  stratify: DealingTerms['stratify'],
  draw: Draw,
): DrawnStratum[] {
  const strata = strataOf(articles, stratify).map(articles => shuffled(articles, draw))
  const quotas = quotasOf(
    strata.map(stratum => stratum.length),
    part,
  )
  return strata.map((stratum, place) => ({
    drawn: stratum.slice(0, quotas[place]),
    rest: stratum.slice(quotas[place]),
  }))
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

/** How many of each stratum are drawn: the whole rounded, the remainders to those who lose most by being rounded down. */
function quotasOf(sizes: readonly number[], share: number): number[] {
  const exact = sizes.map(size => share * size)
  const quotas = exact.map(Math.floor)
  const total = Math.round(share * sizes.reduce((sum, size) => sum + size, 0))
  const missing = total - quotas.reduce((sum, quota) => sum + quota, 0)
  const lost = (place: number): number => (exact[place] ?? 0) - (quotas[place] ?? 0)
  const first = sizes.map((_, place) => place).sort((a, b) => lost(b) - lost(a) || a - b)
  const raised = new Set(first.slice(0, Math.max(0, missing)))
  return quotas.map((quota, place) => (raised.has(place) ? quota + 1 : quota))
}

/** In an order drawn by chance: the shuffle of Fisher and Yates, from the inside out. */
export function shuffled<T>(ones: readonly T[], draw: Draw): T[] {
  const drawn: T[] = []
  for (const one of ones) {
    const place = draw(drawn.length + 1)
    const moved = drawn[place]
    if (moved !== undefined) drawn.push(moved)
    drawn[place] = one
  }
  return drawn
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
