import { v7 as uuidv7 } from 'uuid'
import { disagreedFirst, sentencesToDecide } from '#app/adjudication/sentences-to-decide'
import type { Adjudication, Services } from '#app/contract'
import { GOLD } from '#app/model/annotator'
import { type ArticleId, GroupId } from '#app/model/ids'
import { decideSentence } from '#main/adjudication/decide-sentence'
import { decidedArticle } from '#main/adjudication/decided-articles'
import { assertSees } from '#main/store/blindfold'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'

type AdjudicationCalls =
  | 'adjudication.queue'
  | 'adjudication.article'
  | 'adjudication.decide'
  | 'adjudication.by-rule'

export function adjudicationServices(application: Application): Pick<Services, AdjudicationCalls> {
  /** Who works blind neither sees nor decides what others said. */
  const assertOpen = (): void => assertSees(application.store, application.annotator.id)

  return {
    'adjudication.queue': () => {
      assertOpen()
      return application.jobs.run({ kind: 'adjudication-queue' })
    },

    'adjudication.article': ({ article, order }) => {
      assertOpen()
      const whole = adjudicationOf(application.store, article)
      return order === 'text' ? whole : { ...whole, sentences: disagreedFirst(whole.sentences) }
    },

    'adjudication.decide': async ({ article, ...decision }) => {
      assertOpen()
      const decided = await application.whenFree(store => ({
        ...decideSentence(store, application.annotator.id, { article, ...decision }),
        undo: application.undoState(),
        progress: store.progress.get(article, GOLD.id),
      }))
      if (decided.seq !== null) application.changed([article])
      return decided
    },

    'adjudication.by-rule': async ({ job, ...plan }) => {
      assertOpen()
      const group = GroupId.parse(uuidv7())
      const decided = application.jobs.run(
        { kind: 'adjudicate-by-rule', ...plan, group },
        job,
        (done, total) => application.emit('progress', { job, done, total }),
      )
      // What was decided before it was stopped stays.
      return decided.finally(() => {
        if (!plan.dryRun) application.changed(plan.article && [plan.article])
      })
    },
  }
}

function adjudicationOf(store: Store, id: ArticleId): Adjudication {
  const whole = decidedArticle(store, id)
  const sentences = sentencesToDecide(whole, store.codebook())
  const here = new Set(sentences.flatMap(({ statements }) => statements.map(one => one.annotator)))
  return {
    ...{ article: whole.article, text: whole.text, sentences },
    annotators: store.tables.annotator.all().filter(one => here.has(one.id)),
  }
}
