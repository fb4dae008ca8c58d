import type { AnnotatorId } from '#app/model/ids'
import { readGuideline } from '#main/guideline/read-guideline'
import { annotationsToLookAt } from '#main/guideline/to-look-at'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type GuidelineQueries = 'guideline.read' | 'guideline.to-look-at'

export const guidelineQueries = (store: Store, by: AnnotatorId): Queries<GuidelineQueries> => ({
  'guideline.read': () => readGuideline(store, by),
  'guideline.to-look-at': page => annotationsToLookAt(store, by, page),
})
