import { encoded, type OpenArticle } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

export const articleQueries = (store: Store, by: AnnotatorId): Queries<'article.open' | 'article.last'> => ({
  'article.open': ({ article }) => encoded(openArticle(store, article, by)),
  'article.last': () => store.positions.last(by),
})

/** An article with one annotator's layer. Throws a refusal where the project has no such article. */
function openArticle(store: Store, id: ArticleId, annotator: AnnotatorId): OpenArticle {
  const article = store.tables.article.get(id)
  const text = store.tables.article.text(id)
  const segmentation = store.tables.segmentation.get(id)
  if (!article || text === undefined || !segmentation) {
    throw new Refusal('not-found', 'The article is no longer in this project. Choose another one.')
  }
  return {
    article,
    text,
    sentences: segmentation.sentences,
    annotations: store.tables.annotation.ofLayer(id, annotator),
    reviews: store.tables.review.ofLayer(id, annotator),
    position: store.positions.get(id, annotator),
  }
}
