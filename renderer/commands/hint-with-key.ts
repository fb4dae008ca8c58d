import { say } from '../messages/messages.ts'
import { shownChord } from './chord.ts'
import { commands, keysOf } from './commands.ts'

/** What a command does, with its first key: what a button says when the pointer rests on it. */
export function hintWithKey(id: string): string {
  const command = commands.find(one => one.id === id)
  if (!command) throw new Error(`there is no command ${id}`)
  const [key] = keysOf(command)
  const what = say(command.name)
  return key === undefined ? what : say('shell.hint-with-key', { what, key: shownChord(key) })
}
