import type { Exported, Services } from '#app/contract'
import { Refusal } from '#app/failure'
import { formats, formatWithId } from '#app/formats/index'
import type { Application } from './application.ts'

type ExportCalls = 'export.formats' | 'export.write' | 'job.cancel'

export function exportServices(application: Application): Pick<Services, ExportCalls> {
  return {
    'export.formats': () =>
      formats.map(({ id, name, description, extension }) => ({ id, name, description, extension })),

    'export.write': async ({ format: id, raw, job }): Promise<Exported | null> => {
      const format = formatWithId(id)
      if (!format)
        throw new Refusal(
          'not-found',
          `There is no format “${id}”. Choose one of ${formats.map(one => one.id).join(', ')}.`,
        )
      const fileName = `${fileNameOf(application.store.tables.project.only().name)}.${format.extension}`
      const place = await application.host.placeForExport(fileName)
      if (place === null) return null
      const done = await application.jobs.run(
        job,
        { kind: 'export', format: id, raw, path: place.path },
        (done, total) => application.emit('progress', { job, done, total }),
      )
      return { ...done, fileName: place.fileName, download: place.offer() }
    },

    'job.cancel': ({ job }) => {
      application.jobs.cancel(job)
      return null
    },
  }
}

/** A name as a file name: without what some file system does not take. */
export function fileNameOf(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return plain.slice(0, 100) || 'Assay'
}
