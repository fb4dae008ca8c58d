/** The table of keys in docs/keys.md, as its test wants it. */
import type { MessageId } from '../messages/messages.ts'
import { shownChord } from './chord.ts'
import type { Command } from './command.ts'

/** A table for each room, of the commands that have keys of their own. */
export function keysTable(commands: readonly Command[], name: (id: MessageId) => string): string {
  const rooms = Map.groupBy(
    commands.filter(({ keys }) => keys.length > 0),
    ({ id }) => id.split('.')[0] ?? id,
  )
  return [...rooms]
    .map(([room, own]) =>
      [
        `| ${room} | key |`,
        '| --- | --- |',
        ...own.map(one => `| ${name(one.name)} | ${keysOf(one)} |`),
      ].join('\n'),
    )
    .join('\n\n')
}

const keysOf = ({ keys }: Command): string => keys.map(key => `\`${shownChord(key)}\``).join(' ')
