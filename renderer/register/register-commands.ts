import { commandList } from '../commands/command.ts'
import { showView } from '../shell/view-store.ts'
import { BOARD, goToTab, NAMES } from './register-store.ts'

const everywhere = { where: 'everywhere' } as const

/** The ways to the register. */
export const registerCommands = commandList(
  {
    ...everywhere,
    id: 'shell.register',
    name: 'register.title',
    keys: ['Mod+3'],
    inFields: true,
    run: () => showView('register'),
  },
  {
    ...everywhere,
    id: 'register.board',
    name: 'register.open-board',
    keys: [],
    run: () => goToTab(BOARD),
  },
  {
    ...everywhere,
    id: 'register.names',
    name: 'register.open-names',
    keys: [],
    run: () => goToTab(NAMES),
  },
)
