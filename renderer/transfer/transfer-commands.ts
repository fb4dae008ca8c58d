import { commandList } from '../commands/command.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { chooseFiles } from './choose-files.ts'

/** What brings articles in and takes the corpus out. */
export const transferCommands = commandList(
  {
    id: 'transfer.paste',
    name: 'transfer.paste',
    keys: [],
    where: 'everywhere',
    run: () => openDialog('paste'),
  },
  {
    id: 'transfer.import-files',
    name: 'transfer.import-files',
    keys: ['Mod+o'],
    where: 'everywhere',
    run: () => void chooseFiles(),
  },
  {
    id: 'transfer.export',
    name: 'shell.export',
    keys: ['Mod+e'],
    where: 'everywhere',
    run: () => openDialog('export'),
  },
)
