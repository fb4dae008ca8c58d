import { commandList } from '../commands/command.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { useSession } from '../shell/session-store.ts'
import { saveLog } from './fault-log.ts'

/** What concerns the safety of the project. */
export const recoveryCommands = commandList(
  {
    where: 'everywhere',
    id: 'recovery.backups',
    name: 'recovery.backups',
    keys: [],
    available: () => Boolean(useSession.getState().session?.project),
    run: () => openDialog('backups'),
  },
  {
    where: 'everywhere',
    id: 'recovery.save-log',
    name: 'recovery.save-log',
    keys: [],
    run: () => void saveLog(),
  },
)
