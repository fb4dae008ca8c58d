import type { Appearance, AppearancePage, AppearedIn } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import { BINNED_ARTICLES } from '#main/store/article-filter'
import type { Store } from '#main/store/store'

/** UTF-16 units of a text that are shown outside of its article. */
const SHOWN = 600

/** What orders articles by when they were published; those of which it is not known come after, as imported. */
export const BY_DATE = `a.published = '', a.published, a.key`

/** Reads annotations with what is shown of them outside of their article. */
export function appearancesOf({ db, tables }: Store) {
  const linked = db
    .prepare<object, string>(`select v.annotation from attribute_values v
      join articles a on a.id = v.article join annotations n on n.id = v.annotation
      where v.attribute = @attribute and v.value = @value and v.annotator <> '${GOLD.id}'
        and v.article not in (${BINNED_ARTICLES})
      order by ${BY_DATE}, n.start, v.annotation limit @limit offset @offset`)
    .pluck()
  const count = db
    .prepare<[string, string], number>(
      `select count(*) from attribute_values where attribute = ? and value = ? and annotator <> '${GOLD.id}'
        and article not in (${BINNED_ARTICLES})`,
    )
    .pluck()

  /** Those of these ids, in their order; ids of what is gone are left out. */
  function read(ids: readonly string[], by: AnnotatorId): Appearance[] {
    const articles = new Map<ArticleId, { article: AppearedIn; text: string }>()
    const articleOf = (id: ArticleId) => {
      const known = articles.get(id)
      if (known) return known
      const article = tables.article.get(id)
      if (!article) return undefined
      const { title, source, published } = article
      const found = { article: { id, title, source, published }, text: tables.article.text(id) ?? '' }
      articles.set(id, found)
      return found
    }
    return ids.flatMap(id => {
      const annotation = tables.annotation.get(id)
      const found = annotation && articleOf(annotation.article)
      if (!found) return []
      const { start, end, annotator } = annotation
      return {
        annotation,
        annotator: tables.annotator.get(annotator)?.name ?? '',
        own: annotator === by,
        article: found.article,
        text: found.text.slice(start, Math.min(end, start + SHOWN)),
      }
    })
  }

  return {
    read,
    /** Those with a value of a link, the earliest first. */
    linked(
      query: { attribute: string; value: string; offset: number; limit: number },
      by: AnnotatorId,
    ): AppearancePage {
      const total = count.get(query.attribute, query.value) ?? 0
      return { total, appearances: read(linked.all(query), by) }
    },
  }
}
