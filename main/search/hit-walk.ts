/** Goes from article to article that a search finds. */
import type { FoundArticle, FoundArticles } from './found-articles.ts'
import type { Place, Seeker } from './seeker.ts'

/** An article, and where the hits in it are; none where a pattern keeps none. */
export interface Visited {
  /** Its place in the order. */
  readonly place: number
  readonly article: FoundArticle
  readonly places: readonly Place[]
}

/** So many articles are asked for at first, for a page is soon full, and so many at most. */
const FIRST = 16
const MOST = 2048

/** The articles in the order of their import from a place on, which is their key, each read when it is wanted. */
export function* walkInOrder(found: FoundArticles, seeker: Seeker, from: number): Generator<Visited> {
  let [next, limit] = [from, FIRST]
  for (;;) {
    const keys = found.inOrder(seeker.match, next, limit)
    for (const key of keys) yield* visit(found, seeker, key, key)
    if (keys.length < limit) return
    next = (keys.at(-1) ?? 0) + 1
    limit = Math.min(limit * 4, MOST)
  }
}

/** Articles by their keys, from a place of the list on. */
export function* walkList(
  found: FoundArticles,
  seeker: Seeker,
  keys: readonly number[],
  from: number,
): Generator<Visited> {
  for (let place = from; place < keys.length; place++) yield* visit(found, seeker, keys[place] ?? 0, place)
}

/** One that has gone since is passed over. */
function* visit(found: FoundArticles, seeker: Seeker, key: number, place: number): Generator<Visited> {
  const article = found.article(key)
  if (article) yield { place, article, places: seeker.places(article) }
}
