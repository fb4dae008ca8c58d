import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import { Refusal } from '#app/failure'
import { GOLD } from '#app/model/annotator'
import { GroupId } from '#app/model/ids'
import { isPerson } from '#app/model/second-reading'
import { decideSentence } from '#main/adjudication/decide-sentence'
import { assertSees } from '#main/store/blindfold'
import type { Application } from './application.ts'
import { fileNameOf } from './export.ts'

type AdjudicationCalls =
  | 'adjudication.queue'
  | 'adjudication.feedback'
  | 'adjudication.decide'
  | 'adjudication.by-rule'

export function adjudicationServices(application: Application): Pick<Services, AdjudicationCalls> {
  /** Who works blind neither sees nor decides what others said. */
  const assertOpen = (): void => assertSees(application.store, application.annotator.id)

  return {
    'adjudication.queue': ({ limit, job }) => {
      assertOpen()
      return application.inJobs({ kind: 'adjudication-queue', limit }, job)
    },

    async 'adjudication.feedback'({ annotator: id, as, job }) {
      assertOpen()
      const { annotator: by, store, host } = application
      const annotator = store.tables.annotator.get(id)
      if (!annotator || !isPerson(id))
        throw new Refusal('not-found', 'This annotator is not in the project. Choose another one.')
      const name = fileNameOf(`${store.tables.project.only().name} – ${annotator.name}`)
      const place = await host.placeForExport(`${name}.${as === 'page' ? 'html' : 'assay.jsonl'}`)
      if (place === null) return null
      const done = await application.inJobs({ kind: 'feedback', annotator, as, by, path: place.path }, job)
      return { ...done, fileName: place.fileName, download: place.offer() }
    },

    'adjudication.decide': async ({ article, ...decision }) => {
      assertOpen()
      const decided = await application.whenFree((store, by) => ({
        ...decideSentence(store, by, { article, ...decision }),
        progress: store.progress.get(article, GOLD.id),
      }))
      if (decided.seq !== null) application.changed([article])
      return decided
    },

    'adjudication.by-rule': async ({ job, ...plan }) => {
      assertOpen()
      const group = GroupId.parse(uuidv7())
      const decided = application.inJobs({ kind: 'adjudicate-by-rule', ...plan, group }, job)
      // What was decided before it was stopped stays.
      return decided.finally(() => {
        if (!plan.dryRun) application.changed(plan.article && [plan.article])
      })
    },
  }
}
