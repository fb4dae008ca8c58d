import type { DealtArticle } from '#app/assign/draw-part'
import { BINNED } from '#main/store/article-filter'
import { ofPerson } from '#main/store/persons'
import type { Store } from '#main/store/store'

/** The articles that are dealt to nobody yet and not in the bin. */
export const dealableArticles = ({ db }: Store): DealtArticle[] =>
  db
    .prepare<[], DealtArticle>(`
      select a.id, s.count as sentences, a.source, a.language
      from articles a join segmentations s on s.article = a.id
      where a.key not in (${BINNED}) and a.id not in (
        select m.article from collections c join memberships m on m.collection = c.id where c.dealt_to is not null and ${ofPerson('c.dealt_to')})`)
    .all()
