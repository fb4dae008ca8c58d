import { commandList } from '../commands/command.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { useSession } from '../shell/session-store.ts'
import { showView } from '../shell/view-store.ts'
import { beginMerge } from './merge-store.ts'
import { readAgain, readsAgain } from './second-reading.ts'
import { beginShare } from './share-store.ts'
import { goToTeamTab } from './team-store.ts'

const inProject = {
  where: 'everywhere',
  available: () => useSession.getState().session?.project !== null,
} as const

/** What is done with the team, from everywhere. */
export const teamCommands = commandList(
  {
    id: 'team.show',
    name: 'team.title',
    keys: ['Mod+5'],
    inFields: true,
    where: 'everywhere',
    run: () => showView('team'),
  },
  { ...inProject, id: 'team.share', name: 'team.share', keys: ['Mod+Shift+e'], run: () => beginShare() },
  { ...inProject, id: 'team.merge', name: 'team.merge', keys: ['Mod+Shift+o'], run: beginMerge },
  {
    ...inProject,
    id: 'team.conflicts',
    name: 'team.show-conflicts',
    keys: [],
    run: () => goToTeamTab('conflicts'),
  },
  { ...inProject, id: 'team.assign', name: 'assign.show', keys: [], run: () => goToTeamTab('assign') },
  {
    ...inProject,
    id: 'team.progress',
    name: 'assign.show-progress',
    keys: [],
    run: () => goToTeamTab('progress'),
  },
  {
    ...inProject,
    id: 'team.guideline',
    name: 'guideline.show',
    keys: [],
    run: () => goToTeamTab('guideline'),
  },
  {
    ...inProject,
    id: 'team.read-again',
    name: 'reader.begin-second-reading',
    keys: [],
    available: () => inProject.available() && !readsAgain(useSession.getState().session),
    run: () => void readAgain(true),
  },
  {
    ...inProject,
    id: 'team.end-second-reading',
    name: 'reader.end-second-reading',
    keys: [],
    available: () => readsAgain(useSession.getState().session),
    run: () => void readAgain(false),
  },
  {
    ...inProject,
    id: 'team.that-is-me',
    name: 'settings.say-who-i-am',
    keys: [],
    run: () => openDialog('settings'),
  },
  {
    ...inProject,
    id: 'team.folder',
    name: 'team.tab-folder',
    keys: [],
    run: () => goToTeamTab('folder'),
  },
)
