import { commandList } from '../commands/command.ts'
import { showView } from '../shell/view-store.ts'

/** What is done with the team, from everywhere. */
export const teamCommands = commandList({
  id: 'team.show',
  name: 'team.title',
  keys: ['Mod+5'],
  where: 'everywhere',
  run: () => showView('team'),
})
