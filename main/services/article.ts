import { randomUUID } from 'node:crypto'
import type { ImportedArticle, OpenArticle, Services } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'
import type { Job } from './job.ts'

export function articleServices(application: Application): Pick<Services, 'article.open' | 'article.import'> {
  return {
    'article.open': ({ article }) => openArticle(application.store, article, application.annotator.id),
    'article.import': async ({ group, content }) => {
      const imported: readonly ImportedArticle[] = await application.jobs.run<ImportJob>(
        randomUUID(),
        content.kind === 'file'
          ? { kind: 'import-file', name: content.name, bytes: content.bytes, group }
          : { kind: 'import-text', title: content.title, text: content.text, group },
      )
      const added = imported.filter(one => one.added)
      if (added.length > 0) application.changed(null)
      return imported
    },
  }
}

type ImportJob = Extract<Job, { readonly kind: 'import-file' | 'import-text' }>

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
