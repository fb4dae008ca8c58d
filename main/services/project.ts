import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import { type AnnotatorId, GroupId, ProjectId } from '#app/model/ids'
import { joinTeam, peopleOf } from '#main/exchange/join-team'
import type { NamedFile } from '#main/exchange/merge-files'
import { peekHeader } from '#main/exchange/team-folder/peek-header'
import { assertSound } from '#main/store/check'
import { copyWhole } from '#main/store/copy-whole'
import { createProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'
import { freePath } from './free-path.ts'
import { readyCodebook } from './ready-codebooks.ts'

type ProjectCalls =
  | 'project.create'
  | 'project.open'
  | 'project.in-place'
  | 'project.save-copy'
  | 'project.join'
  | 'project.people'

export function projectServices(application: Application): Pick<Services, ProjectCalls> {
  return {
    'project.create': async ({ name, codebook }) => {
      const path = await application.host.placeForProject(name)
      if (path === null) return null
      await application.adopt(newProject(path, name, application.settings.annotator, readyCodebook(codebook)))
      return application.session()
    },
    'project.open': async ({ path }) => {
      const chosen = path ?? (await application.host.chooseProject())
      if (chosen === null) return null
      await application.open(chosen)
      return application.session()
    },
    'project.in-place': () => {
      application.store.assertInPlace()
      return null
    },
    'project.save-copy': async () => {
      const { path, tables } = application.store
      const target = existsSync(dirname(path))
        ? freePath(dirname(path), basename(path, '.assay'))
        : await application.host.placeForProject(tables.project.only().name)
      if (target === null) return null
      await copyOpen(application, target)
      await application.reopenAfter(async () => target, { goesOn: true })
      return application.session()
    },
    'project.people': ({ file }) => peopleOf(application.spool.pathOf(file), application.settings),
    'project.join': async ({ file, name, as, job }) => {
      const from = application.spool.pathOf(file)
      try {
        const { project } = await peekHeader(from)
        const path = await application.host.placeForProject(project.name)
        if (path === null) return null
        await application.adopt(await joined(application, path, { path: from, name }, as, job))
        return application.session()
      } finally {
        await application.spool.drop([file])
      }
    },
  }
}

/** Copies the open project by a connection that has its file open: no other could find it again. */
async function copyOpen({ store, jobs }: Application, target: string): Promise<void> {
  try {
    // A protected one is copied at once, and nobody is to wait for that.
    if (store.key) return await jobs.run({ kind: 'copy', path: target })
  } catch (error) {
    // The thread has not had it open before it was moved.
    if (!(error instanceof Refusal && error.code === 'moved')) throw error
  }
  await copyWhole(store.db, target, { check: assertSound })
}

/** Makes the project of an exchange file; the merge is done in a thread. */
async function joined(
  application: Application,
  path: string,
  from: NamedFile,
  as: AnnotatorId | null,
  job: string,
): Promise<Store> {
  const fill = (_: Store, { id }: Annotator) =>
    application.besides(path, id, async jobs => {
      const group = GroupId.parse(uuidv7())
      const merging = { labels: {}, accepted: [], dryRun: false, group, signers: application.signers }
      const [outcome] = await jobs.run(
        { kind: 'merge-files', files: [from], ...merging },
        job,
        application.progressOf(job),
      )
      if (outcome?.ok) return outcome.value
      if (!outcome) throw new Error('a merge of one file came to nothing')
      throw new Refusal(outcome.failure.code, outcome.failure.message)
    })
  const { store } = await joinTeam(path, from.path, application.settings, { fill, as: as ?? undefined })
  return store
}

/** Makes a project, with the default codebook where no other is given. */
export function newProject(
  path: string,
  name: string,
  annotator: Annotator,
  codebook = readyCodebook('default'),
): Store {
  return createProject(path, {
    project: { id: ProjectId.parse(uuidv7()), name, created: new Date().toISOString() },
    codebook,
    annotator,
  })
}
