/** All commands, room by room, and their keys as the person has them. */

import { adjudicationCommands } from '../adjudication/adjudication-commands.ts'
import { agreementCommands } from '../agreement/agreement-commands.ts'
import { codebookCommands } from '../codebook/codebook-commands.ts'
import { inspectorCommands } from '../inspector/inspector-commands.ts'
import { libraryCommands } from '../library/library-commands.ts'
import { protectionCommands } from '../protection/protection-commands.ts'
import { findingCommands } from '../reader/finding-commands.ts'
import { readerCommands } from '../reader/reader-commands.ts'
import { recoveryCommands } from '../recovery/recovery-commands.ts'
import { registerCommands } from '../register/register-commands.ts'
import { searchCommands } from '../search/search-commands.ts'
import { preferences } from '../settings/preferences-store.ts'
import { settingsCommands } from '../settings/settings-commands.ts'
import { shellCommands } from '../shell/shell-commands.ts'
import { teamCommands } from '../team/team-commands.ts'
import { transferCommands } from '../transfer/transfer-commands.ts'
import type { Command, Place } from './command.ts'

export const commands: readonly Command[] = [
  ...readerCommands,
  ...findingCommands,
  ...libraryCommands,
  ...transferCommands,
  ...searchCommands,
  ...shellCommands,
  ...settingsCommands,
  ...recoveryCommands,
  ...protectionCommands,
  ...inspectorCommands,
  ...registerCommands,
  ...codebookCommands,
  ...teamCommands,
  ...agreementCommands,
  ...adjudicationCommands,
]

/** The chords of a command: those that the person chose, else its own. */
export const keysOf = (command: Command): readonly string[] => preferences().keys[command.id] ?? command.keys

export const isAvailable = (command: Command): boolean => command.available?.() ?? true

/**
 * The command that a chord calls: of several the first that can be run; undefined where none has the chord.
 *
 * @param place where the person is; null where no view has keys of its own
 */
export function commandForChord(chord: string, place: Place | null): Command | undefined {
  const called = commands.filter(
    one => (one.where === place || one.where === 'everywhere') && keysOf(one).includes(chord),
  )
  return called.find(isAvailable) ?? called[0]
}

/** Runs a command by its id. */
export function runCommand(id: string): void {
  const command = commands.find(one => one.id === id)
  if (command && isAvailable(command)) command.run()
}
