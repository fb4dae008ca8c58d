/** Agreement on spans, which annotators choose themselves: uα of all of them, F1 of each pair. */
import type { Agreement } from './agreement.ts'
import { type BootstrapOptions, measured, type Progress, type Statistic } from './bootstrap.ts'
import { contributionsOfNamed, type NamedCounts, under } from './named-counts.ts'
import { type Pair, pairsOf } from './report-tally.ts'
import { type Match, spanF1Counts, spanF1Figure } from './span-f1.ts'
import { continuum, spanPair } from './span-units.ts'
import { FEWEST_ARTICLES } from './tally.ts'
import { unitizingCounts, unitizingFigure } from './unitizing-alpha.ts'
import type { JudgedArticle } from './units.ts'

export interface SpanReport {
  /** uα; its `n` are articles. */
  readonly labels: Agreement
  /** |uα, which asks only whether a place is marked. */
  readonly boundaries: Agreement
  readonly pairs: readonly SpanPairReport[]
}

export interface SpanPairReport extends Pair {
  readonly exact: Agreement
  readonly overlap: Agreement
}

const KINDS = ['labels', 'boundaries'] as const
const MATCHES: readonly Match[] = ['exact', 'overlap']

/** Gathers what the report on spans needs of articles as they come. */
export function spanCollector(coders: number) {
  const pairs = pairsOf(coders)
  const rows: NamedCounts[] = []
  return {
    add(article: JudgedArticle): void {
      const whole = continuum(article)
      if (whole.annotators.length < 2) return
      const row = KINDS.flatMap(kind => under(kind, unitizingCounts(whole, kind)))
      for (const pair of pairs) {
        const spans = spanPair(article, pair.first, pair.second)
        if (!spans) continue
        for (const match of MATCHES) row.push(...under(nameOf(pair, match), spanF1Counts(spans, match)))
      }
      rows.push(new Map(row))
    },
    /**
     * The report, with intervals for which articles are drawn; without them where there are too few. It yields while
     * the bootstrap runs.
     */
    *report({ samples, seed }: BootstrapOptions): Generator<Progress, SpanReport> {
      const { contributions, of } = contributionsOfNamed(rows)
      const statistic = (word: string, figure: (counts: NamedCounts) => Agreement): Statistic => {
        const named = of(word)
        return counts => figure(named(counts))
      }
      const statistics = [
        ...KINDS.map(kind => statistic(kind, unitizingFigure)),
        ...pairs.flatMap(pair => MATCHES.map(match => statistic(nameOf(pair, match), spanF1Figure))),
      ]
      const enough = rows.length >= FEWEST_ARTICLES
      const results = yield* measured(contributions, statistics, { samples: enough ? samples : 0, seed })
      const [labels, boundaries, ...ofPairs] = results
      if (!labels || !boundaries) throw new Error('each statistic has a result')
      return {
        labels,
        boundaries,
        pairs: pairs.flatMap((pair, index) => {
          const [exact, overlap] = ofPairs.slice(index * 2)
          return exact && overlap ? [{ ...pair, exact, overlap }] : []
        }),
      }
    },
  }
}

const nameOf = ({ first, second }: Pair, match: Match): string => `${first}-${second} ${match}`
