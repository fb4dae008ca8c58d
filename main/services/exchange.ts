import { v7 as uuidv7 } from 'uuid'
import type { FileId, Keys, MergedFile, Services, SharedPart } from '#app/contract'
import type { Accepted } from '#app/exchange/signature'
import { GroupId, type LabelId } from '#app/model/ids'
import { fingerprintOf } from '#main/exchange/sign'
import type { Application } from './application.ts'
import { fileNameOf } from './export.ts'

type ExchangeCalls =
  | 'exchange.receive'
  | 'exchange.drop'
  | 'exchange.unseal'
  | 'exchange.keys'
  | 'exchange.trust'
  | 'exchange.forget-key'
  | 'exchange.handed'
  | 'exchange.preview'
  | 'exchange.merge'
  | 'exchange.share'

interface FilesToMerge {
  readonly files: readonly { readonly file: FileId; readonly name: string }[]
  readonly labels: Readonly<Record<string, LabelId | null>>
  readonly accepted: readonly Accepted[]
  readonly job: string
}

export function exchangeServices(application: Application): Pick<Services, ExchangeCalls> {
  const { spool, settings } = application
  const keys = (): Keys => {
    const { own, trusted } = application.signers
    return {
      own: own.map(fingerprintOf),
      trusted: trusted.map(({ name, key, since }) => ({ name, key, since, fingerprint: fingerprintOf(key) })),
    }
  }
  async function mergeFiles(
    { files, labels, accepted, job }: FilesToMerge,
    dryRun: boolean,
  ): Promise<MergedFile[]> {
    const outcomes = await application.inJobs(
      {
        kind: 'merge-files',
        files: files.map(({ file, name }) => ({ path: spool.pathOf(file), name })),
        ...{ labels, accepted, dryRun, group: GroupId.parse(uuidv7()), signers: application.signers },
      },
      job,
    )
    return files.flatMap((file, place) => {
      const outcome = outcomes[place]
      return outcome ? [{ ...file, outcome }] : []
    })
  }

  return {
    'exchange.receive': ({ file, at, piece }) => spool.receive(file, at, piece),

    'exchange.unseal': async ({ file, passphrase }) => {
      await spool.unseal(file, passphrase)
      return null
    },

    'exchange.keys': keys,

    'exchange.trust': ({ annotator, key }) => {
      settings.trustSigner(annotator, key)
      return keys()
    },

    'exchange.forget-key': ({ key }) => {
      settings.forgetSigner(key)
      return keys()
    },

    'exchange.drop': async ({ files }) => {
      await spool.drop(files)
      return null
    },

    'exchange.handed': () => application.takeHanded(),

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
      return { files, changed }
    },

    'exchange.share': async ({ part, packed, signed, passphrase, job }) => {
      const key = signed ? await application.signingKey() : undefined
      const ending = `${packed ? '.gz' : ''}${passphrase === null ? '' : '.age'}`
      const name = `${fileNameFor(application, part)}.assay.jsonl${ending}`
      const place = await application.host.placeForExport(name)
      if (place === null) return null
      const done = await application.inJobs(
        {
          ...{ kind: 'share', by: application.person, part, path: place.path },
          // Whatever the person called it in the end.
          packed: /\.gz(\.age)?$/i.test(place.fileName),
          ...{ key, passphrase: passphrase ?? undefined },
        },
        job,
      )
      return { ...done, fileName: place.fileName, download: place.offer() }
    },
  }
}

/** Of which project, by whom, and for whom: files of several people lie side by side. */
function fileNameFor({ store, person }: Application, part: SharedPart): string {
  const words = [store.tables.project.only().name, person.name]
  if (part.what === 'news') words.push(`for ${part.colleague}`)
  return fileNameOf(words.join(' '))
}
