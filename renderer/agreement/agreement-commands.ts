import { commandList } from '../commands/command.ts'
import { currentView, showView } from '../shell/view-store.ts'
import { compute } from './agreement-store.ts'

/** The ways to agreement. */
export const agreementCommands = commandList(
  {
    id: 'agreement.show',
    name: 'agreement.title',
    keys: ['Mod+6'],
    inFields: true,
    where: 'everywhere',
    run: () => showView('agreement'),
  },
  {
    id: 'agreement.compute',
    name: 'agreement.compute-command',
    keys: [],
    where: 'everywhere',
    available: () => currentView() === 'agreement',
    run: () => void compute(),
  },
)
