/**
 * Answers searches a page at a time. No answer takes long: what is not found in its time, the next one goes on to find.
 * What an order needs whole (the best articles, all hits to sort) is kept until something else is searched for.
 */
import type { Database } from 'better-sqlite3'
import {
  type Cursor,
  type Hit,
  type HitCount,
  type HitOrder,
  type HitPage,
  MOST_HITS,
  MOST_RANKED,
  type Search,
} from '#app/search/search'
import { foundArticles } from './found-articles.ts'
import { type Visited, walkInOrder, walkList } from './hit-walk.ts'
import { hitsAt, type Seeker, seekerOf } from './seeker.ts'
import { sortHits } from './sort-hits.ts'

export interface PageQuery {
  readonly search: Search
  readonly order: HitOrder
  readonly cursor: Cursor | null
  readonly limit: number
}

/** Milliseconds after which an answer goes out with what there is. */
const LONG_ENOUGH = 20

const START: Cursor = { place: 0, skip: 0 }

/** Hits that are being gathered to be sorted. */
interface Gathered {
  readonly of: string
  readonly hits: readonly Hit[]
  /** Where gathering goes on; null once all are there and sorted. */
  readonly next: Cursor | null
  readonly looked: number
  readonly capped: boolean
}

export function searcher(db: Database) {
  const found = foundArticles(db)
  let best: { readonly of: string; readonly keys: readonly number[] } | undefined
  let gathered: Gathered | undefined

  /** Articles best first; a first page finds them anew. */
  function ranked(seeker: Seeker, cursor: Cursor | null, limit: number): HitPage {
    if (!cursor || best?.of !== seeker.match)
      best = { of: seeker.match, keys: found.ranked(seeker.match, MOST_RANKED) }
    const from = cursor ?? START
    const page = fill(walkList(found, seeker, best.keys, from.place), from, limit)
    return { ...page, capped: best.keys.length === MOST_RANKED }
  }

  /** Hits sorted. Answers without hits until all are gathered, so that others are answered meanwhile. */
  function sorted(seeker: Seeker, { search, order, cursor, limit }: PageQuery): HitPage {
    const of = JSON.stringify([search, order])
    if (!cursor || gathered?.of !== of) gathered = { of, hits: [], next: START, looked: 0, capped: false }
    if (gathered.next) gathered = gatherMore(seeker, gathered, order)
    const { hits, next, looked, capped } = gathered
    if (next) return { hits: [], next: START, looked, capped }
    const from = cursor?.place ?? 0
    const more = from + limit < hits.length
    return {
      hits: hits.slice(from, from + limit),
      next: more ? { place: from + limit, skip: 0 } : null,
      looked,
      capped,
    }
  }

  function gatherMore(seeker: Seeker, so: Gathered, order: HitOrder): Gathered {
    const from = so.next ?? START
    const room = MOST_HITS - so.hits.length
    const page = fill(walkInOrder(found, seeker, from.place), from, room)
    const hits = [...so.hits, ...page.hits]
    const looked = so.looked + page.looked
    const full = hits.length === MOST_HITS
    if (page.next && !full) return { ...so, hits, next: page.next, looked }
    return { of: so.of, hits: sortHits(hits, order), next: null, looked, capped: full && page.next !== null }
  }

  return {
    /** A page of hits. Throws a refusal (`invalid-input`) where the search cannot be read. */
    page(query: PageQuery): HitPage {
      const seeker = seekerOf(query.search)
      const { order, cursor, limit } = query
      if (order === 'rank') return ranked(seeker, cursor, limit)
      if (order !== 'imported') return sorted(seeker, query)
      const from = cursor ?? START
      return fill(walkInOrder(found, seeker, from.place), from, limit)
    },

    /** Counts hits and articles, or goes on counting. */
    count(search: Search, so: HitCount['next']): HitCount {
      const until = performance.now() + LONG_ENOUGH
      const seeker = seekerOf(search)
      let hits = so?.hits ?? 0
      let articles = so?.articles ?? (seeker.exact ? found.count(seeker.match) : 0)
      for (const { place, places } of walkInOrder(found, seeker, so?.place ?? 0)) {
        hits += places.length
        if (!seeker.exact && places.length > 0) articles++
        if (hits > MOST_HITS) return { hits: MOST_HITS, articles, next: null, capped: true }
        if (performance.now() > until)
          return { hits, articles, next: { place: place + 1, skip: 0, hits, articles }, capped: false }
      }
      return { hits, articles, next: null, capped: false }
    },
  }
}

/** Fills a page from articles, until it is full or the time of an answer is over. */
function fill(articles: Iterable<Visited>, from: Cursor, limit: number): HitPage {
  const until = performance.now() + LONG_ENOUGH
  const hits: Hit[] = []
  let looked = 0
  for (const { place, article, places } of articles) {
    const skip = place === from.place ? from.skip : 0
    const taken = places.slice(skip, skip + limit - hits.length)
    hits.push(...hitsAt(article, taken))
    looked++
    const rest = skip + taken.length
    const next = rest < places.length ? { place, skip: rest } : { place: place + 1, skip: 0 }
    if (hits.length === limit || performance.now() > until) return { hits, next, looked, capped: false }
  }
  return { hits, next: null, looked, capped: false }
}
