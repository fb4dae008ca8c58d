/** The rows of the sheet of keys, room by room. */

import { shownChord } from '../commands/chord.ts'
import type { Command } from '../commands/command.ts'
import { commands, keysOf } from '../commands/commands.ts'
import { isMessage, say } from '../messages/messages.ts'
import { activeLabels } from './session-store.ts'

export interface KeysRow {
  readonly id: string
  readonly does: string
  readonly keys: readonly string[]
  /** Undefined for a label: its keys are those of the codebook. */
  readonly command: Command | undefined
}

export interface KeysRoom {
  readonly name: string
  readonly rows: readonly KeysRow[]
}

/** All rows, those of a room together in the order in which its first command stands; rooms without rows are left out. */
export function keysRooms(query: string): readonly KeysRoom[] {
  const byRoom = Map.groupBy(commands, ({ id }) => roomName(id.split('.')[0] ?? id))
  const rooms: KeysRoom[] = [
    { name: say('keys.room-labels'), rows: activeLabels().map(labelRow) },
    ...[...byRoom].map(([name, own]) => ({ name, rows: own.map(commandRow) })),
  ]
  return rooms
    .map(({ name, rows }) => ({ name, rows: rows.filter(row => matches(query, row)) }))
    .filter(({ rows }) => rows.length > 0)
}

const commandRow = (command: Command): KeysRow => ({
  id: command.id,
  does: say(command.name),
  keys: keysOf(command),
  command,
})

const labelRow = (label: ReturnType<typeof activeLabels>[number], index: number): KeysRow => ({
  id: `label ${label.id}`,
  does: say('shell.tag-with', { label: label.name }),
  keys: [label.key, index < 9 ? String(index + 1) : ''].filter(Boolean),
  command: undefined,
})

function roomName(room: string): string {
  const id = `keys.room-${room}`
  return isMessage(id) ? say(id) : say('keys.room-other')
}

/** A key is found as it is shown, what it does by words of it. */
const matches = (query: string, { does, keys }: KeysRow): boolean =>
  keys.some(key => shownChord(key).toLowerCase() === query.trim().toLowerCase()) ||
  query
    .toLowerCase()
    .split(/\s+/)
    .every(word => does.toLowerCase().includes(word))
