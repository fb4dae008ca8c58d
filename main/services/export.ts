import type { Exported, FormatDescription, Services, WrittenFile } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Format } from '#app/formats/format'
import { isOneFile } from '#main/export/export-corpus'
import type { Application } from './application.ts'

type ExportCalls = 'export.formats' | 'export.write' | 'export.save' | 'job.cancel'

/** All that is known of formats, loaded when somebody asks: with it the application would start later. */
const registry = () => import('#app/formats/index')

export function exportServices(application: Application): Pick<Services, ExportCalls> {
  return {
    'export.formats': async () => (await registry()).formats.filter(format => format.write).map(describe),

    'export.write': async ({ format: id, job, ...plan }): Promise<Exported | null> => {
      const { formats, formatWithId } = await registry()
      const format = formatWithId(id)
      if (!format)
        throw new Refusal(
          'not-found',
          `There is no format “${id}”. Choose one of ${formats.map(one => one.id).join(', ')}.`,
        )
      const ending = isOneFile({ ...plan, format }) ? format.extension : 'zip'
      const fileName = `${fileNameOf(application.store.tables.project.only().name)}.${ending}`
      const place = await application.host.placeForExport(fileName)
      if (place === null) return null
      const done = await application.jobs.run(
        { kind: 'export', format: id, ...plan, several: 'zip', path: place.path },
        job,
        application.progressOf(job),
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

function describe({ id, name, description, packaging, losses, options = [] }: Format): FormatDescription {
  return { id, name, description, packaging, losses, options }
}

/** A name as a file name: without what some file system does not take. */
export function fileNameOf(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return plain.slice(0, 100) || 'Assay'
}
