import type { Command } from '#app/contract'
import { call, on } from '../door.ts'
import { chooseFiles } from '../transfer/choose-files.ts'
import { openDialog } from './dialog-store.ts'
import { revert } from './steps.ts'

const commands: Record<Command, () => void> = {
  'new-project': () => openDialog('projects'),
  'open-project': () => void call('project.open', { path: null }),
  'import-files': () => void chooseFiles(),
  'paste-article': () => openDialog('paste'),
  export: () => openDialog('export'),
  undo: () => void revert('undo'),
  redo: () => void revert('redo'),
  'show-keys': () => openDialog('keys'),
  settings: () => openDialog('person'),
}

/** Obeys the menu of the host. @returns a function that stops it */
export const listenToCommands = (): (() => void) => on('command', ({ command }) => commands[command]())
