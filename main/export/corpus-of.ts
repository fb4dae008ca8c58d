import type { AnnotatedArticle, Corpus } from '#app/formats/corpus'
import type { Store } from '#main/store/store'

/**
 * The corpus of a project as it stands at this moment, read article by article.
 *
 * @param onArticle is called after each article with the number done
 */
export function corpusOf(store: Store, onArticle: (done: number) => void = () => {}): Corpus {
  const { tables } = store
  function* articles(): Generator<AnnotatedArticle> {
    let done = 0
    for (const article of tables.article.inOrder()) {
      yield {
        article,
        text: tables.article.text(article.id) ?? '',
        sentences: tables.segmentation.get(article.id)?.sentences ?? [],
        annotations: tables.annotation.ofArticle(article.id),
        reviews: tables.review.ofArticle(article.id),
      }
      onArticle(++done)
    }
  }
  return {
    project: tables.project.only(),
    codebook: store.codebook(),
    annotators: tables.annotator.all(),
    articles: articles(),
  }
}
