/** All commands, room by room, and their keys as the person has them. */

import { libraryCommands } from '../library/library-commands.ts'
import { readerCommands } from '../reader/reader-commands.ts'
import { preferences } from '../settings/preferences-store.ts'
import { shellCommands } from '../shell/shell-commands.ts'
import { transferCommands } from '../transfer/transfer-commands.ts'
import type { Command } from './command.ts'

export const commands: readonly Command[] = [
  ...readerCommands,
  ...libraryCommands,
  ...transferCommands,
  ...shellCommands,
]

/** The chords of a command: those that the person chose, else its own. */
export const keysOf = (command: Command): readonly string[] => preferences().keys[command.id] ?? command.keys

export const isAvailable = (command: Command): boolean => command.available?.() ?? true

/** The command that a chord calls; undefined where none does. */
export const commandForChord = (chord: string, reading: boolean): Command | undefined =>
  commands.find(one => (reading || one.where === 'everywhere') && keysOf(one).includes(chord))

/** Runs a command by its id. */
export function runCommand(id: string): void {
  const command = commands.find(one => one.id === id)
  if (command && isAvailable(command)) command.run()
}
