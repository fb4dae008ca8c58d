import type { Exported, Services, WrittenFile } from '#app/contract'
import { Refusal } from '#app/failure'
import { isOneFile } from '#main/export/export-corpus'
import type { Application } from './application.ts'

type ExportCalls = 'export.write' | 'export.save' | 'job.cancel'

export function exportServices(application: Application): Pick<Services, ExportCalls> {
  return {
    'export.write': async ({ format: id, job, ...plan }): Promise<Exported | null> => {
      const formats = await application.queries.run({ kind: 'export.formats', input: {} })
      const format = formats.find(one => one.id === id)
      if (!format)
        throw new Refusal(
          'not-found',
          `There is no format “${id}”. Choose one of ${formats.map(one => one.id).join(', ')}.`,
        )
      const ending = isOneFile({ ...plan, format }) ? format.extension : 'zip'
      const fileName = `${fileNameOf(application.store.tables.project.only().name)}.${ending}`
      const place = await application.host.placeForExport(fileName)
      if (place === null) return null
      const done = await application.inJobs(
        { kind: 'export', format: id, ...plan, several: 'zip', path: place.path },
        job,
      )
      return { ...done, fileName: place.fileName, download: place.offer() }
    },

    'export.save': async ({ name, type, bytes }): Promise<WrittenFile | null> => {
      const place = await application.host.placeForExport(`${fileNameOf(name)}.${type}`)
      if (place === null) return null
      await application.jobs.run({ kind: 'save', bytes, path: place.path })
      return { fileName: place.fileName, download: place.offer() }
    },

    'job.cancel': ({ job }) => {
      application.cancel(job)
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
