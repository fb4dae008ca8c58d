import { codebookDifferences } from '#app/codebook/codebook-differences'
import type { AnnotatorId } from '#app/model/ids'
import { annotationsToDecide } from '#main/codebook/annotations-to-decide'
import { editionsOf } from '#main/codebook/editions'
import { touchedAnnotations } from '#main/codebook/touched-annotations'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type CodebookQueries = 'codebook.touches' | 'codebook.editions' | 'codebook.to-decide' | 'codebook.read'

export const codebookQueries = (store: Store, by: AnnotatorId): Queries<CodebookQueries> => ({
  'codebook.touches': touched => touchedAnnotations(store, touched),
  'codebook.editions': () => editionsOf(store),
  'codebook.to-decide': page => annotationsToDecide(store, by, page),
  'codebook.read': async ({ name, bytes }) => {
    // The formats are many; who imports no codebook does not wait for them.
    const { codebookWithFile } = await import('#main/codebook/read-codebook')
    const now = store.codebook()
    const codebook = codebookWithFile(now, name, bytes)
    return { codebook, differences: codebookDifferences(now, codebook) }
  },
})
