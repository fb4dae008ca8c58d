import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import type { Annotator } from '#app/model/annotator'
import { ProjectId } from '#app/model/ids'
import { copyWhole } from '#main/store/copy-whole'
import { createProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'
import { freePath } from './free-path.ts'
import { readyCodebook } from './ready-codebooks.ts'

type ProjectCalls = 'project.create' | 'project.open' | 'project.in-place' | 'project.save-copy'

export function projectServices(application: Application): Pick<Services, ProjectCalls> {
  return {
    'project.create': async ({ name, codebook }) => {
      const path = await application.host.placeForProject(name)
      if (path === null) return null
      await application.adopt(newProject(path, name, application.annotator, readyCodebook(codebook)))
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
      // By the connection that has the file open: no other could find it again.
      await copyWhole(application.store.db, target)
      await application.reopenAfter(async () => target)
      return application.session()
    },
  }
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
