import type { Services, Step } from '#app/contract'
import { Refusal } from '#app/failure'
import { codebookVersion } from '#app/model/codebook-version'
import { guidelineVersion } from '#app/model/guideline'
import type { AnnotatorId } from '#app/model/ids'
import type { Action, Edit } from '#app/model/record'
import { noteRead } from '#main/guideline/read-guideline'
import { stillRight } from '#main/guideline/to-look-at'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'

type GuidelineCalls = 'guideline.write' | 'guideline.seen' | 'guideline.still-right'

export function guidelineServices(application: Application): Pick<Services, GuidelineCalls> {
  async function change(
    action: Action,
    editsOf: (store: Store, by: AnnotatorId) => readonly Edit[],
  ): Promise<Step> {
    const step = await application.whenFree((store, by) => {
      const written = store.write({ by, action, edits: editsOf(store, by) })
      return { seq: written?.seq ?? null }
    })
    if (step.seq !== null) application.changed(null)
    return step
  }

  return {
    'guideline.write': ({ text, base }) =>
      change('change-guideline', (store, by) => guidelineEdit(store, by, text, base)),
    'guideline.seen': async () => {
      await application.whenFree(noteRead)
      application.changed([])
      return null
    },
    'guideline.still-right': ({ annotations }) =>
      change('look-again', (store, by) => stillRight(store, by, annotations)),
  }

  function guidelineEdit(
    { tables, codebook }: Store,
    by: AnnotatorId,
    text: string,
    base: string,
  ): readonly Edit[] {
    const { id } = tables.project.only()
    const before = tables.guideline.get(id)
    if (guidelineVersion({ text: before?.text ?? '' }) !== base)
      throw new Refusal(
        'conflict',
        'The guideline was changed elsewhere meanwhile. Copy what you wrote, look at what it says now, then change that.',
      )
    const made = { by, at: new Date().toISOString() }
    return [{ kind: 'guideline', id, after: { id, text, codebook: codebookVersion(codebook()), ...made } }]
  }
}
