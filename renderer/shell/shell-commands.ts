import { commandList } from '../commands/command.ts'
import { openDialog } from './dialog-store.ts'
import { revert } from './steps.ts'
import { showView } from './view-store.ts'

const everywhere = { where: 'everywhere' } as const

/** What concerns the whole window. */
export const shellCommands = commandList(
  { ...everywhere, id: 'shell.undo', name: 'shell.undo', keys: ['Mod+z'], run: () => void revert('undo') },
  {
    ...everywhere,
    id: 'shell.redo',
    name: 'shell.redo',
    keys: ['Mod+Shift+z', 'Mod+y'],
    run: () => void revert('redo'),
  },
  { ...everywhere, id: 'shell.read', name: 'shell.view-read', keys: ['Mod+1'], run: () => showView('read') },
  {
    ...everywhere,
    id: 'shell.projects',
    name: 'shell.projects',
    keys: [],
    run: () => openDialog('projects'),
  },
  { ...everywhere, id: 'shell.you', name: 'shell.you', keys: [], run: () => openDialog('person') },
  { ...everywhere, id: 'shell.keys', name: 'shell.keys', keys: ['?'], run: () => openDialog('keys') },
)
