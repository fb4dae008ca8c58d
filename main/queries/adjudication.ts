import { disagreedFirst, sentencesToDecide } from '#app/adjudication/sentences-to-decide'
import { decidedArticle } from '#main/adjudication/decided-articles'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

export const adjudicationQueries = (store: Store): Queries<'adjudication.article'> => ({
  'adjudication.article'({ article: id, order }) {
    const whole = decidedArticle(store, id)
    const sentences = sentencesToDecide(whole, store.codebook())
    const here = new Set(sentences.flatMap(({ statements }) => statements.map(one => one.annotator)))
    return {
      ...{ article: whole.article, text: whole.text },
      annotators: store.tables.annotator.all().filter(one => here.has(one.id)),
      sentences: order === 'text' ? sentences : disagreedFirst(sentences),
    }
  },
})
