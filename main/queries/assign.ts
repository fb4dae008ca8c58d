import { isClosed } from '#app/model/dealing'
import type { AnnotatorId } from '#app/model/ids'
import { planDealing } from '#main/assign/deal-articles'
import { dealableArticles } from '#main/assign/dealable'
import { progressByAnnotator, progressByArticle } from '#main/assign/progress'
import { planSecondReading } from '#main/assign/second-reading'
import { startersOf } from '#main/assign/start-files'
import { worksBlind } from '#main/store/blindfold'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type AssignQueries =
  | 'assign.plan'
  | 'assign.plan-again'
  | 'assign.overview'
  | 'assign.progress'
  | 'assign.articles'

export const assignQueries = (store: Store, by: AnnotatorId): Queries<AssignQueries> => ({
  'assign.plan': ({ to, terms }) => {
    const { deals, recipients } = planDealing(store, to, terms)
    return {
      articles: deals.length,
      overlap: deals.filter(({ overlap }) => overlap).length,
      recipients: recipients.map(({ annotator, ...one }) => ({ name: annotator.name, ...one })),
    }
  },
  'assign.plan-again': ({ annotators, terms }) => ({
    readers: planSecondReading(store, annotators, terms).readers.map(({ articles, ...one }) => ({
      ...one,
      articles: articles.length,
      sentences: articles.reduce((sum, { sentences }) => sum + sentences, 0),
    })),
  }),
  'assign.overview': () => {
    const closed = store.tables.dealing.all().filter(isClosed)
    return {
      left: dealableArticles(store).length,
      annotators: startersOf(store).annotators,
      closed: closed.length > 0,
      blind: worksBlind(store, by),
      mayOpen: closed.some(one => one.by === by),
    }
  },
  'assign.progress': () => progressByAnnotator(store, new Date().toISOString()),
  'assign.articles': ({ annotator, ...page }) => progressByArticle(store, annotator, page),
})
