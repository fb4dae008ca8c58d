/** Tags what a search hit, all of it or what the person chose, in the background. */
import { v7 as uuidv7 } from 'uuid'
import { AnnotationId, type AnnotatorId, type ArticleId, type GroupId, type LabelId } from '#app/model/ids'
import { MOST_HITS, type Search } from '#app/search/search'
import {
  NOTHING_TAGGED,
  plus,
  rangesToTag,
  type TagScope,
  type TagSum,
  tagRanges,
} from '#app/search/tag-hits'
import type { Range } from '#app/text/range'
import type { Watch } from '#main/export/export-corpus'
import { labelWithId, layerOf } from '#main/services/layer'
import type { Store } from '#main/store/store'
import { foundArticles } from './found-articles.ts'
import { walkInOrder } from './hit-walk.ts'
import { seekerOf } from './seeker.ts'

export interface TagHits {
  readonly search: Search
  /** Single hits in texts; null for all of the search, up to `MOST_HITS`. */
  readonly chosen: readonly (Range & { readonly article: ArticleId })[] | null
  readonly label: LabelId
  readonly scope: TagScope
}

/** Hits in the text of one article; those in a title that the text does not begin with cannot be tagged. */
interface HitsOfArticle {
  readonly article: ArticleId
  readonly hits: readonly Range[]
}

/** Milliseconds of work in one transaction; between two of them others may write, and a cancellation is heard. */
const SLICE = 40

/**
 * Tags hits for an annotator, or (without a group) only counts what that would do. Stopped, it ends at the next pause; what
 * it has done stays, and all of it is one step to undo. Throws a refusal where the search or the label is none.
 *
 * @param group ties the changes together; undefined for a preview, which writes nothing
 */
export async function tagHits(
  store: Store,
  by: AnnotatorId,
  asked: TagHits,
  group: GroupId | undefined,
  watch: Watch = {},
): Promise<TagSum> {
  const label = labelWithId(store, asked.label)
  const codebook = store.codebook()
  const articles = asked.chosen ? byArticle(asked.chosen) : everyHit(store, asked.search)
  const total = asked.chosen?.length ?? 0
  let [sum, done] = [NOTHING_TAGGED, 0]

  function tagOne({ article, hits }: HitsOfArticle): void {
    const length = store.tables.article.get(article) && store.tables.article.length(article)
    const sentences = store.tables.segmentation.get(article)?.sentences
    // Since it was found, the import of an article may have been undone.
    if (length === undefined || !sentences) return
    const ranges = rangesToTag(hits, sentences, asked.scope).filter(({ end }) => end <= length)
    const layer = layerOf(store, article, by)
    const now = new Date().toISOString()
    const tagged = tagRanges(layer, ranges, label, codebook, newId, now)
    if (group !== undefined && tagged.edits.length > 0)
      store.write({ by, action: 'tag', edits: tagged.edits, group })
    sum = plus(sum, tagged.sum)
    done += hits.length
  }

  /** @returns whether there is more */
  function slice(): boolean {
    for (const since = performance.now(); performance.now() - since < SLICE; ) {
      const next = articles.next()
      if (next.done) return false
      tagOne(next.value)
      if (done >= MOST_HITS) {
        sum = { ...sum, capped: articles.next().done !== true }
        return false
      }
    }
    return true
  }

  while (group === undefined ? slice() : store.together(slice)) {
    watch.onProgress?.(done, total)
    await new Promise(resolve => setTimeout(resolve, PAUSE))
    if (watch.signal?.aborted) return { ...sum, stopped: true }
  }
  return sum
}

/** Milliseconds in which another thread gets its turn to write. */
const PAUSE = 5

const newId = (): AnnotationId => AnnotationId.parse(uuidv7())

function* byArticle(chosen: NonNullable<TagHits['chosen']>): Generator<HitsOfArticle> {
  for (const [article, hits] of Map.groupBy(chosen, one => one.article)) yield { article, hits }
}

function* everyHit(store: Store, search: Search): Generator<HitsOfArticle> {
  for (const { article, places } of walkInOrder(foundArticles(store.db), seekerOf(search), 0)) {
    const hits = places.filter(place => !place.inTitle).map(place => place.range)
    if (hits.length > 0) yield { article: article.id, hits }
  }
}
