import type { ImportedArticle } from '#app/contract'
import { Refusal } from '#app/failure'
import { formatWithId } from '#app/formats/index'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import { exportCorpus, type Watch } from '#main/export/export-corpus'
import { importFile, importText } from '#main/import/import-file'
import type { Store } from '#main/store/store'

/** What can be done in the jobs' thread. */
export type Job =
  | {
      readonly kind: 'import-file'
      readonly name: string
      readonly bytes: Uint8Array
      readonly group: GroupId
    }
  | { readonly kind: 'import-text'; readonly title: string; readonly text: string; readonly group: GroupId }
  | { readonly kind: 'export'; readonly format: string; readonly raw: boolean; readonly path: string }
  | { readonly kind: 'back-up' }

/** What a job comes to. */
export type JobDone<J extends Job> = J extends { readonly kind: 'export' }
  ? { readonly articles: number; readonly bytes: number }
  : J extends { readonly kind: 'back-up' }
    ? string | undefined
    : readonly ImportedArticle[]

/** Does a job on a store, in whichever thread this runs. */
export async function doJob(store: Store, by: AnnotatorId, job: Job, watch: Watch): Promise<JobDone<Job>> {
  switch (job.kind) {
    case 'import-file':
      return importFile(store, job.bytes, job.name, { by, group: job.group })
    case 'import-text':
      return [importText(store, job.text, job.title, { by, group: job.group })]
    case 'back-up':
      return store.backUp(new Date())
    case 'export': {
      const format = formatWithId(job.format)
      if (!format) throw new Refusal('not-found', `There is no format “${job.format}”.`)
      return exportCorpus(store, format, { raw: job.raw }, job.path, watch)
    }
  }
}
