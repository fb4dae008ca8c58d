import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import type { Annotator } from '#app/model/annotator'
import { ProjectId } from '#app/model/ids'
import { createProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'
import { readyCodebook } from './ready-codebooks.ts'

export function projectServices(application: Application): Pick<Services, 'project.create' | 'project.open'> {
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
