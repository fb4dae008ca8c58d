import type { OpenArticle, Services } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import { readContent } from '#main/import/import-content'
import { lookInto } from '#main/import/preview-content'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'

export function articleServices(
  application: Application,
): Pick<Services, 'article.open' | 'article.leave-mark' | 'article.import'> {
  return {
    'article.open': ({ article }) => openArticle(application.store, article, application.annotator.id),
    'article.leave-mark': async ({ article, position }) => {
      await application.whenFree(store => store.positions.put(article, application.annotator.id, position))
      return null
    },
    'article.import': async ({ group, content, corrections, labels }) => {
      const looked = await lookInto(content, application.settings.knownColumns, application.reader)
      const read = looked.read ?? (await readContent(content, application.reader))
      if (content.kind === 'file' && content.columns && looked.table) {
        application.settings.rememberColumns(looked.table.header, content.columns)
      }
      const imported = await application.jobs.run({
        ...{ kind: 'import', read },
        ...{ corrections, labels, group },
      })
      if (imported.articles.some(one => one.added || one.annotations > 0)) application.changed(null)
      if (imported.labelsAdded > 0) application.sessionChanged()
      return imported
    },
  }
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
    position: store.positions.get(id, annotator),
  }
}
