import { shownChord } from '../commands/chord.ts'
import { isAvailable, keysOf } from '../commands/commands.ts'
import { say } from '../messages/messages.ts'
import { MenuItem } from '../ui/menu.tsx'
import { libraryCommands } from './library-commands.ts'

/** Commands of the library as items of a menu. */
export function CommandItems({ ids }: { readonly ids: readonly string[] }) {
  return ids.map(id => {
    const command = libraryCommands.find(one => one.id === id)
    if (!command) return null
    const [key] = keysOf(command)
    return (
      <MenuItem
        key={id}
        onAction={command.run}
        disabled={!isAvailable(command)}
        keys={key && shownChord(key)}
      >
        {say(command.name)}
      </MenuItem>
    )
  })
}
