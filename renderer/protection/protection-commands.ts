import { commandList } from '../commands/command.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { useSession } from '../shell/session-store.ts'
import { isProtected, lockNow } from './protection-store.ts'

const everywhere = { where: 'everywhere' } as const

/** What concerns the passphrase of the project. */
export const protectionCommands = commandList(
  {
    ...everywhere,
    id: 'protection.lock',
    name: 'protection.lock',
    keys: ['Mod+Shift+k'],
    inFields: true,
    available: isProtected,
    run: () => void lockNow(),
  },
  {
    ...everywhere,
    id: 'protection.protect',
    name: 'protection.protect-asking',
    keys: [],
    available: () => Boolean(useSession.getState().session?.project) && !isProtected(),
    run: () => openDialog('protect'),
  },
  {
    ...everywhere,
    id: 'protection.change',
    name: 'protection.change-asking',
    keys: [],
    available: isProtected,
    run: () => openDialog('protect'),
  },
  {
    ...everywhere,
    id: 'protection.remove',
    name: 'protection.remove-asking',
    keys: [],
    available: isProtected,
    run: () => openDialog('unprotect'),
  },
)
