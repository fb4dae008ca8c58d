import type { Columns, Content, Correction, ImportedFile, SourcePreview } from '#app/contract'
import { Refusal } from '#app/failure'
import { formatWithId } from '#app/formats/index'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import { exportCorpus, type Watch } from '#main/export/export-corpus'
import { Bibliography } from '#main/import/bibliography'
import { importContent } from '#main/import/import-content'
import { previewContent } from '#main/import/preview-content'
import type { Store } from '#main/store/store'

/** The columns chosen for tables before, by their heads. */
export type KnownColumns = readonly { readonly header: readonly string[]; readonly columns: Columns }[]

/** What can be done in the jobs' thread, and what each comes to. */
interface Jobs {
  readonly preview: {
    readonly job: { readonly content: Content; readonly knownColumns: KnownColumns }
    readonly done: SourcePreview
  }
  readonly import: {
    readonly job: {
      readonly content: Content
      readonly corrections: readonly Correction[]
      readonly group: GroupId
    }
    readonly done: ImportedFile
  }
  readonly export: {
    readonly job: { readonly format: string; readonly raw: boolean; readonly path: string }
    readonly done: { readonly articles: number; readonly bytes: number }
  }
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
        return previewContent(store, job.content, job.knownColumns)
      case 'import': {
        const { content, corrections, group } = job
        const options = { corrections, bibliography: bibliography.for(group), signal: watch.signal }
        return importContent(store, content, { by, group }, options)
      }
      case 'back-up':
        return store.backUp(new Date())
      case 'export': {
        const format = formatWithId(job.format)
        if (!format) throw new Refusal('not-found', `There is no format “${job.format}”.`)
        return exportCorpus(store, format, { raw: job.raw }, job.path, watch)
      }
    }
  }
}
