import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { matchExpression } from '#app/search/match-expression'
import { parseQuery } from '#app/search/parse-query'
import type { HitOrder } from '#app/search/search'
import type { QueryTasks } from '#main/queries/query-names'
import { WorkThread } from '#main/services/work-thread'
import type { Bench, Figure } from './bench.ts'
import { type LargeCorpus, largeCorpus } from './large-corpus.ts'
import { percentile, timed, timedAsync } from './measure.ts'
import { annotator } from './project.ts'
import { wordOfRank } from './vocabulary.ts'

/** As many as the promise is about; fewer where `BENCH_ARTICLES` says so. */
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 100_000)

/** Queries of one kind, each with words of its own. */
const EACH = 12
const PAGE = 40

const ranks = (from: number, to: number): number[] =>
  Array.from({ length: EACH }, (_, place) => Math.round(from * (to / from) ** (place / (EACH - 1))))

const common = ranks(10, 400).map(wordOfRank)
const middle = ranks(1_000, 10_000).map(wordOfRank)
const rare = ranks(50_000, 190_000).map(wordOfRank)
const pairs = (a: readonly string[], b: readonly string[], between: string): string[] =>
  a.map((word, place) => `${word}${between}${b[(place + 5) % b.length]}`)

const KINDS: Readonly<Record<string, readonly string[]>> = {
  'common words': common,
  'middling words': middle,
  'rare words': rare,
  phrases: pairs(common, common, ' ').map(words => `"${words}"`),
  beginnings: middle.map(word => `${word.slice(0, 4)}*`),
  AND: pairs(common, middle, ' '),
  OR: pairs(common, middle, ' OR '),
  NOT: pairs(middle, common, ' -'),
  titles: common.map(word => `title:${word}`),
}

/** The bar, in milliseconds, at the 95th percentile over all queries. */
const BAR = 50

/**
 * From a query to the first forty hits with what stands around them, through the thread that answers the window's
 * questions, in 100,000 articles; each query once, after a few others. The limit is the same match in FTS5 alone, on the
 * same index: the keys of the first forty articles, in order, or ranked.
 */
export const search: Bench = {
  name: 'search',
  async run(folder) {
    const path = process.env.BENCH_CORPUS ?? join(folder, 'large.assay')
    const made = process.env.BENCH_CORPUS ? undefined : largeCorpus(path, ARTICLES)
    const queries = new WorkThread<QueryTasks>('queries-thread', { path }, () => annotator.id)
    const bare = new Database(path, { readonly: true })
    try {
      return [...(await measured(queries, bare)), ...sizes(made)]
    } finally {
      await queries.close()
      bare.close()
    }
  },
}

async function measured(queries: WorkThread<QueryTasks>, bare: Database.Database): Promise<Figure[]> {
  const inOrder = bare
    .prepare('select rowid from article_words where article_words match ? order by rowid limit 40')
    .pluck()
  const ranked = bare
    .prepare('select rowid from article_words where article_words match ? order by rank limit 40')
    .pluck()
  const first = (query: string, order: HitOrder) =>
    queries.run(
      {
        kind: 'search.page',
        input: {
          search: { query, titleOnly: false, pattern: '', patternUse: 'sentences' },
          order,
          cursor: null,
          limit: PAGE,
        },
      },
      randomUUID(),
    )
  for (const warm of ['bako', 'pre', '"ba be"']) await first(warm, 'rank')

  const figures: Figure[] = []
  for (const order of ['imported', 'rank'] as const) {
    const all = { ours: [] as number[], bare: [] as number[] }
    for (const [kind, typed] of Object.entries(KINDS)) {
      const took = { ours: [] as number[], bare: [] as number[] }
      for (const query of typed) {
        took.ours.push(await timedAsync(() => first(query, order)))
        const tree = parseQuery(query)
        if (!tree) throw new Error(`nothing is searched for in ${query}`)
        const match = matchExpression(tree)
        took.bare.push(timed(() => (order === 'rank' ? ranked : inOrder).all(match)))
      }
      figures.push(figure(`  ${kind}`, took))
      all.ours.push(...took.ours)
      all.bare.push(...took.bare)
    }
    const what = order === 'rank' ? 'search, best first' : 'search, in order'
    figures.splice(order === 'rank' ? figures.length - Object.keys(KINDS).length : 0, 0, {
      ...{ name: `${what}, to the first page, 95th percentile`, unit: 'ms' },
      ...{ value: percentile(all.ours, 95), bar: BAR },
    })
    figures.push(figure(`${what}, against FTS5 alone`, all))
  }
  return figures
}

const figure = (name: string, { ours, bare }: { ours: number[]; bare: number[] }): Figure => ({
  ...{ name, unit: 'ms' },
  ...{ value: percentile(ours, 95), against: percentile(bare, 95) },
})

const sizes = (made: LargeCorpus | undefined): Figure[] =>
  made
    ? [{ name: `of ${made.sentences.toLocaleString('en')} sentences`, value: made.megabytes, unit: 'MB' }]
    : []
