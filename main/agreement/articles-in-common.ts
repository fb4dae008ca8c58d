import type { AnnotatorId, ArticleId } from '#app/model/ids'
import { isFinal } from '#app/model/review'
import type { SaidOfArticle } from '#main/store/as-of'
import type { Store } from '#main/store/store'

/** Those of the articles in which two of these people have reviewed something: in the others there is nothing to compare. */
export function articlesInCommon(
  { db }: Store,
  annotators: readonly AnnotatorId[],
  among: readonly ArticleId[],
): ArticleId[] {
  const common = db
    .prepare<[string], ArticleId>(`
      select article from progress
      where reviewed > 0 and annotator in (select value from json_each(?))
      group by article having count(*) > 1`)
    .pluck()
    .all(JSON.stringify(annotators))
  const shared = new Set(common)
  return among.filter(id => shared.has(id))
}

/** What is said of an article; nothing where its import was undone meanwhile. */
export function saidOf({ tables }: Store, id: ArticleId): SaidOfArticle[] {
  const sentences = tables.segmentation.get(id)?.sentences
  if (!sentences) return []
  const [annotations, reviews] = [tables.annotation.ofArticle(id), tables.review.ofArticle(id)]
  return [{ article: { id }, sentences, annotations, reviews }]
}

/** Whether two of these people have reviewed something in an article. */
export const isInCommon = (
  { annotations, reviews }: SaidOfArticle,
  annotators: readonly AnnotatorId[],
): boolean =>
  annotators.filter(id => [...annotations, ...reviews.filter(isFinal)].some(one => one.annotator === id))
    .length > 1
