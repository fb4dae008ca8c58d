import { randomUUID } from 'node:crypto'
import type { Columns, Content, OpenArticle, Services } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'

export function articleServices(application: Application): Pick<Services, 'article.open' | 'article.import'> {
  return {
    'article.open': ({ article }) => openArticle(application.store, article, application.annotator.id),
    'article.import': async ({ group, content, corrections }) => {
      if (content.kind === 'file' && content.columns)
        await rememberColumns(application, content, content.columns)
      const imported = await application.jobs.run(randomUUID(), {
        kind: 'import',
        content,
        corrections,
        group,
      })
      if (imported.articles.some(one => one.added)) application.changed(null)
      return imported
    },
  }
}

/** The columns of a table are offered again for the next one with the same head. */
async function rememberColumns(application: Application, content: Content, columns: Columns): Promise<void> {
  const { table } = await application.jobs.run(randomUUID(), { kind: 'preview', content, knownColumns: [] })
  if (table) application.settings.rememberColumns(table.header, columns)
}

/** An article with one annotator's layer. Throws a refusal where the project has no such article. */
export function openArticle(store: Store, id: ArticleId, annotator: AnnotatorId): OpenArticle {
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
  }
}
