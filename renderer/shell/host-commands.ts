import type { Command } from '#app/contract'
import { runCommand } from '../commands/commands.ts'
import { call, on } from '../door.ts'

/** What the menu of the host asks for, by the commands of the window. */
const COMMANDS: Readonly<Record<Exclude<Command, 'open-project'>, string>> = {
  'new-project': 'shell.projects',
  'import-files': 'transfer.import-files',
  'paste-article': 'transfer.paste',
  export: 'transfer.export',
  undo: 'shell.undo',
  redo: 'shell.redo',
  'show-keys': 'shell.keys',
  settings: 'settings.open',
  about: 'shell.about',
}

/** Obeys the menu of the host. @returns a function that stops it */
export const listenToHost = (): (() => void) =>
  on('command', ({ command }) => {
    if (command === 'open-project') void call('project.open', { path: null })
    else runCommand(COMMANDS[command])
  })
