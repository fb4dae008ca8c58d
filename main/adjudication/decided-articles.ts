import type { DecidedArticle } from '#app/adjudication/sentences-to-decide'
import { Refusal } from '#app/failure'
import type { ArticleId } from '#app/model/ids'
import { BINNED } from '#main/store/article-filter'
import type { Store } from '#main/store/store'

/** An article with everybody's layers and what was decided. Throws a refusal where the project has no such article. */
export function decidedArticle({ tables }: Store, id: ArticleId): DecidedArticle {
  const article = tables.article.get(id)
  const segmentation = tables.segmentation.get(id)
  if (!article || !segmentation)
    throw new Refusal('not-found', 'The article is no longer in this project. Choose another one.')
  return {
    article,
    text: tables.article.text(id) ?? '',
    sentences: segmentation.sentences,
    annotations: tables.annotation.ofArticle(id),
    reviews: tables.review.ofArticle(id),
    decisions: tables.decision.ofArticle(id),
  }
}

/** The articles in which somebody has worked, but for those in the bin, in the order of their import. */
export const articlesWorkedIn = ({ db }: Store): ArticleId[] =>
  db
    .prepare<[], ArticleId>(`
      select id from articles a
      where (exists (select 1 from progress p where p.article = a.id)
        or exists (select 1 from decisions d where d.article = a.id))
        and a.key not in (${BINNED})
      order by key`)
    .pluck()
    .all()
