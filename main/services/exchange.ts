import { v7 as uuidv7 } from 'uuid'
import type { FileId, MergedFile, Services, SharedPart } from '#app/contract'
import { GroupId, type LabelId } from '#app/model/ids'
import type { Application } from './application.ts'
import { fileNameOf } from './export.ts'

type ExchangeCalls =
  | 'exchange.receive'
  | 'exchange.drop'
  | 'exchange.preview'
  | 'exchange.merge'
  | 'exchange.share'

interface FilesToMerge {
  readonly files: readonly { readonly file: FileId; readonly name: string }[]
  readonly labels: Readonly<Record<string, LabelId | null>>
  readonly job: string
}

export function exchangeServices(application: Application): Pick<Services, ExchangeCalls> {
  const { spool } = application
  const progressOf = (job: string) => (done: number, total: number) =>
    application.emit('progress', { job, done, total })

  async function mergeFiles({ files, labels, job }: FilesToMerge, dryRun: boolean): Promise<MergedFile[]> {
    const outcomes = await application.jobs.run(
      {
        kind: 'merge-files',
        files: files.map(({ file, name }) => ({ path: spool.pathOf(file), name })),
        ...{ labels, dryRun, group: GroupId.parse(uuidv7()) },
      },
      job,
      progressOf(job),
    )
    return files.flatMap((file, place) => {
      const outcome = outcomes[place]
      return outcome ? [{ ...file, outcome }] : []
    })
  }

  return {
    'exchange.receive': ({ file, at, piece }) => spool.receive(file, at, piece),

    'exchange.drop': async ({ files }) => {
      await spool.drop(files)
      return null
    },

    'exchange.preview': input => mergeFiles(input, true),

    'exchange.merge': async input => {
      const before = application.store.lastChange()
      const files = await mergeFiles(input, false)
      await spool.drop(input.files.map(({ file }) => file))
      const changed = application.store.lastChange() > before
      if (changed) {
        application.changed(null)
        application.sessionChanged()
      }
      return { files, changed, undo: application.undoState() }
    },

    'exchange.share': async ({ part, packed, job }) => {
      const name = `${fileNameFor(application, part)}.assay.jsonl${packed ? '.gz' : ''}`
      const place = await application.host.placeForExport(name)
      if (place === null) return null
      const done = await application.jobs.run(
        {
          ...{ kind: 'share', by: application.annotator, part, path: place.path },
          // Whatever the person called it in the end.
          packed: /\.gz$/i.test(place.fileName),
        },
        job,
        progressOf(job),
      )
      return { ...done, fileName: place.fileName, download: place.offer() }
    },
  }
}

/** Of which project, by whom, and for whom: files of several people lie side by side. */
function fileNameFor({ store, annotator }: Application, part: SharedPart): string {
  const words = [store.tables.project.only().name, annotator.name]
  if (part.what === 'news') words.push(`for ${part.colleague}`)
  return fileNameOf(words.join(' '))
}
