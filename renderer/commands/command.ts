/**
 * A command is something that the person can have Assay do. The palette lists all of them, the sheet of keys shows their
 * keys and lets them be changed, the menu of the host calls them. To add one: a line in the list of its room.
 */
import type { MessageId } from '../messages/messages.ts'

/** What is done in a view that has keys of its own. */
export type Place = 'reading' | 'deciding'

export interface Command {
  /** Its room and what it does, such as `reader.next-sentence`; chosen keys are remembered by it. */
  readonly id: string
  /** What it does, as a message. */
  readonly name: MessageId
  /** Its chords; see chord.ts. */
  readonly keys: readonly string[]
  /** Where its keys are heard: in every view, or only where an article is read, or only where sentences are decided. */
  readonly where: 'everywhere' | Place
  /** Also heard while the person writes in a field; others are not, so that fields keep their own keys. */
  readonly inFields?: boolean
  run(): void
  /** False while there is nothing for it to do; by default it can always be run. */
  available?(): boolean
}

/** A list of commands, whose types are checked and whose order is that of the palette. */
export const commandList = (...commands: readonly Command[]): readonly Command[] => commands
