/** The articles in which annotators have judged a same sentence differently: derived, and kept in step by the write function. */

import type { Database } from 'better-sqlite3'
import { isDisputed } from '#app/adjudication/sentences-to-decide'
import type { ArticleId } from '#app/model/ids'
import { ofPerson } from './persons.ts'
import type { Tables } from './tables/tables.ts'

export function disputeKeeper(db: Database, tables: Tables) {
  const workers = db
    .prepare<[string], number>(
      `select count(*) from (select 1 from progress where article = ? and ${ofPerson('annotator')} limit 2)`,
    )
    .pluck()
  const put = db.prepare('insert or ignore into main.disputed (key) select key from articles where id = ?')
  const remove = db.prepare('delete from main.disputed where key = (select key from articles where id = ?)')
  const withLabel = db
    .prepare<[string], ArticleId>(
      'select id from articles where key in (select key from article_labels where label = ?)',
    )
    .pluck()

  function disputed(id: ArticleId): boolean {
    const article = tables.article.get(id)
    const sentences = tables.segmentation.get(id)?.sentences
    if (!article || !sentences) return false
    return isDisputed({
      ...{ article, text: '', sentences },
      annotations: tables.annotation.ofArticle(id),
      reviews: tables.review.ofArticle(id),
    })
  }

  /** Looks again. After progress was counted, within the transaction of the change. Little work with one annotator. */
  function refresh(id: ArticleId): void {
    if ((workers.get(id) ?? 0) > 1 && disputed(id)) put.run(id)
    else remove.run(id)
  }

  return {
    refresh,
    /** After a label came to count as another one, or ceased to. */
    refreshLabel(label: string): void {
      for (const id of withLabel.all(label)) refresh(id)
    },
  }
}
