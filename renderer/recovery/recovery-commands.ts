import { commandList } from '../commands/command.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { useSession } from '../shell/session-store.ts'

/** What concerns the safety of the project. */
export const recoveryCommands = commandList({
  where: 'everywhere',
  id: 'recovery.backups',
  name: 'recovery.backups',
  keys: [],
  available: () => Boolean(useSession.getState().session?.project),
  run: () => openDialog('backups'),
})
