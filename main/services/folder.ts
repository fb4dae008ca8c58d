import type { Services } from '#app/contract'
import type { Application } from './application.ts'
import { assertFolder } from './team-folder.ts'

type FolderCalls = 'folder.state' | 'folder.choose' | 'folder.leave' | 'folder.sync' | 'folder.undo'

export const folderServices = (application: Application): Pick<Services, FolderCalls> => ({
  'folder.state': () => application.teamFolder.state,

  'folder.choose': async ({ path }) => {
    const chosen = path ?? (await application.host.chooseFolder())
    if (chosen === null) return null
    await assertFolder(chosen)
    await application.takeTeamFolder(chosen)
    return application.teamFolder.sync()
  },

  'folder.leave': async () => {
    await application.takeTeamFolder(null)
    return application.teamFolder.state
  },

  'folder.sync': () => application.teamFolder.sync(),
  'folder.undo': () => application.teamFolder.undo(),
})
