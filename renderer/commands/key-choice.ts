/** Keys that the person chose for commands: as values of the preference `keys`, without the commands that have their own. */
import type { Command } from './command.ts'

/** The keys of commands by their ids, where they are other than Assay's own. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>

type Keyed = Pick<Command, 'id' | 'keys' | 'where'>

/** Most keys that a command can have. */
const MOST = 5

export const keysWith = (chosen: ChosenKeys, command: Keyed): readonly string[] =>
  chosen[command.id] ?? command.keys

/** The other command that a chord would call where this one is heard; undefined where it is free. */
export const holderOf = <C extends Keyed>(
  chosen: ChosenKeys,
  commands: readonly C[],
  command: Keyed,
  chord: string,
): C | undefined =>
  commands.find(
    one =>
      one.id !== command.id &&
      heardTogether(one.where, command.where) &&
      keysWith(chosen, one).includes(chord),
  )

const heardTogether = (a: Command['where'], b: Command['where']): boolean =>
  a === b || a === 'everywhere' || b === 'everywhere'

/**
 * Gives a command a chord: in the place of another of its own, or (null) besides. Whoever else had it where it would
 * be heard has it no more.
 */
export function giveKey(
  chosen: ChosenKeys,
  commands: readonly Keyed[],
  command: Keyed,
  chord: string,
  instead: string | null,
): ChosenKeys {
  const holder = holderOf(chosen, commands, command, chord)
  const freed = holder ? takeKey(chosen, holder, chord) : chosen
  const own = keysWith(freed, command).filter(one => one !== chord)
  const place = instead === null ? -1 : own.indexOf(instead)
  const keys = place < 0 ? [...own, chord] : own.with(place, chord)
  return chooseKeys(freed, command, keys.slice(-MOST))
}

/** Takes a chord from a command. */
export const takeKey = (chosen: ChosenKeys, command: Keyed, chord: string): ChosenKeys =>
  chooseKeys(
    chosen,
    command,
    keysWith(chosen, command).filter(one => one !== chord),
  )

/** Gives a command its own keys back. Who else has one of them keeps it, and is what it calls where it comes first. */
export function resetKeys(chosen: ChosenKeys, command: Pick<Keyed, 'id'>): ChosenKeys {
  const { [command.id]: _, ...others } = chosen
  return others
}

/** What is as Assay has it is not remembered: it follows when Assay changes it. */
function chooseKeys(chosen: ChosenKeys, command: Keyed, keys: readonly string[]): ChosenKeys {
  const same = keys.length === command.keys.length && keys.every((key, place) => key === command.keys[place])
  return same ? resetKeys(chosen, command) : { ...chosen, [command.id]: keys }
}
