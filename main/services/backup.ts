import { basename, dirname } from 'node:path'
import type { Services } from '#app/contract'
import { backupNamed, contentOf } from '#main/store/restore'
import type { Application } from './application.ts'
import { freePath } from './free-path.ts'
import { inFilesThread } from './in-files-thread.ts'

type BackupCalls = 'backup.list' | 'backup.make' | 'backup.restore' | 'backup.recover'

export function backupServices(application: Application): Pick<Services, BackupCalls> {
  return {
    'backup.list': async () => {
      const backups = await inFilesThread({ do: 'list', ...application.file })
      return { backups, now: application.session().project ? contentOf(application.store.db) : null }
    },
    'backup.make': async ({ job }) => (await application.backUp(job)) !== undefined,
    'backup.restore': async ({ name, beside, job }) => {
      const { path, key } = application.file
      backupNamed(path, name)
      await application.reopenAfter(async () => {
        const target = beside ? freePath(dirname(path), basename(name, '.assay')) : path
        return application.inFiles({ do: 'restore', path, key, name, target }, job)
      })
      return application.session()
    },
    'backup.recover': async ({ job }) => {
      const { path, key } = application.file
      const target = freePath(dirname(path), `${basename(path, '.assay')} (recovered)`)
      const { records, lost, fromHistory, remade } = await application.inFiles(
        { do: 'recover', path, key, target },
        job,
      )
      await application.reopenAfter(async () => target)
      return {
        session: application.session(),
        fileName: basename(target),
        ...{ articles: records.article, annotations: records.annotation, fromHistory, remade },
        lostArticles: lost.articles.map(({ id, title }) => title || id),
        lostAnnotations: lost.counts.annotation ?? 0,
      }
    },
  }
}
