import type { Command } from '#app/contract'
import { runCommand } from '../commands/commands.ts'
import { on } from '../door.ts'
import { mergeHanded } from '../team/merge-store.ts'
import { openProject } from './open-project.ts'

/** What the menu of the host asks for, by the commands of the window. */
const COMMANDS: Readonly<Record<Exclude<Command, 'open-project' | 'merge-files'>, string>> = {
  'new-project': 'shell.projects',
  'import-files': 'transfer.import-files',
  'paste-article': 'transfer.paste',
  export: 'transfer.export',
  undo: 'shell.undo',
  redo: 'shell.redo',
  lock: 'protection.lock',
  'show-keys': 'shell.keys',
  settings: 'settings.open',
  about: 'shell.about',
}

/** Obeys the menu of the host, and takes what was opened before there was a window. @returns a function that stops it */
export function listenToHost(): () => void {
  void mergeHanded({ orAsk: false })
  return on('command', ({ command, path }) => {
    if (command === 'open-project') void openProject(path ?? null)
    else if (command === 'merge-files') void mergeHanded({ orAsk: true })
    else runCommand(COMMANDS[command])
  })
}
