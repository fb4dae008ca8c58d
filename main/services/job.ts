import type { ArticleToDecide } from '#app/adjudication/adjudication-counts'
import type { RuleReport } from '#app/adjudication/by-rule'
import type { Correction, ImportedFile, LibraryPage, SourcePreview } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import { adjudicateByRule, type ByRule } from '#main/adjudication/adjudicate-by-rule'
import { adjudicationQueue } from '#main/adjudication/queue'
import { type ExportPlan, exportCorpus, type Watch } from '#main/export/export-corpus'
import { Bibliography } from '#main/import/bibliography'
import type { LabelChoices } from '#main/import/codebook-of-file'
import { importRead, type Read } from '#main/import/import-content'
import { type Looked, previewOf } from '#main/import/preview-content'
import type { LibraryQuery } from '#main/store/library'
import type { Store } from '#main/store/store'

/** What can be done in the jobs' thread, and what each comes to. */
interface Jobs {
  readonly preview: { readonly job: { readonly looked: Looked }; readonly done: SourcePreview }
  readonly import: {
    readonly job: {
      readonly read: Read
      readonly labels: LabelChoices
      readonly corrections: readonly Correction[]
      readonly group: GroupId
    }
    readonly done: ImportedFile
  }
  readonly export: {
    readonly job: Omit<ExportPlan, 'format'> & { readonly format: string; readonly path: string }
    readonly done: { readonly articles: number; readonly bytes: number }
  }
  readonly 'adjudication-queue': { readonly job: object; readonly done: readonly ArticleToDecide[] }
  readonly 'adjudicate-by-rule': { readonly job: ByRule; readonly done: RuleReport }
  readonly 'library-page': { readonly job: { readonly query: LibraryQuery }; readonly done: LibraryPage }
  readonly 'back-up': { readonly job: object; readonly done: string | undefined }
}

export type JobKind = keyof Jobs
export type Job<K extends JobKind = JobKind> = { readonly [P in K]: { readonly kind: P } & Jobs[P]['job'] }[K]
export type JobDone<K extends JobKind> = Jobs[K]['done']

/** Does jobs on a store, in whichever thread this runs. */
export function jobDoer(
  store: Store,
  by: AnnotatorId,
): (job: Job, watch: Watch) => Promise<JobDone<JobKind>> {
  const bibliography = new Bibliography()
  return async (job, watch) => {
    switch (job.kind) {
      case 'preview':
        return previewOf(store, job.looked)
      case 'import': {
        const { read, labels, corrections, group } = job
        return importRead(
          store,
          read,
          { by, group },
          { corrections, labels, bibliography: bibliography.for(group) },
        )
      }
      case 'library-page':
        return { ...store.library.page(job.query), totals: store.library.totals(by) }
      case 'back-up':
        return store.backUp(new Date())
      case 'adjudication-queue':
        return adjudicationQueue(store, watch)
      case 'adjudicate-by-rule':
        return adjudicateByRule(store, by, job, watch)
      case 'export': {
        const { formatWithId } = await import('#app/formats/index')
        const format = formatWithId(job.format)
        if (!format) throw new Refusal('not-found', `There is no format “${job.format}”.`)
        return exportCorpus(store, { ...job, format }, job.path, watch)
      }
    }
  }
}
