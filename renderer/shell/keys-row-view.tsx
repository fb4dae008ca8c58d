import { useState } from 'react'
import { shownChord } from '../commands/chord.ts'
import type { Command } from '../commands/command.ts'
import { commands } from '../commands/commands.ts'
import { type ChosenKeys, giveKey, keysWith, resetKeys, takeKey } from '../commands/key-choice.ts'
import { say } from '../messages/messages.ts'
import { prefer, usePreferences } from '../settings/preferences-store.ts'
import { announce } from '../ui/announcer.ts'
import { Button } from '../ui/button.tsx'
import { KeyCatcher } from './key-catcher.tsx'
import type { KeysRow } from './keys-rows.ts'

interface KeysRowViewProps {
  readonly row: KeysRow
  /** While a key of it is being changed. */
  readonly changing: boolean
  readonly onChanging: (on: boolean) => void
}

/** What something does, and its keys, each a button that changes it. */
export function KeysRowView({ row, changing, onChanging }: KeysRowViewProps) {
  const { does, keys, command } = row
  return (
    <li className="keys-row">
      <span className="keys-does">{does}</span>
      {command ? (
        <CommandKeys command={command} name={does} changing={changing} onChanging={onChanging} />
      ) : (
        <span className="keys-keys">
          {keys.map(key => (
            <kbd key={key}>{shownChord(key)}</kbd>
          ))}
        </span>
      )}
    </li>
  )
}

interface CommandKeysProps {
  readonly command: Command
  readonly name: string
  readonly changing: boolean
  readonly onChanging: (on: boolean) => void
}

function CommandKeys({ command, name, changing, onChanging }: CommandKeysProps) {
  const chosen = usePreferences(preferences => preferences.keys)
  /** The key that is replaced; null while one is added. */
  const [instead, setInstead] = useState<string | null>(null)
  const keys = keysWith(chosen, command)
  const begin = (key: string | null) => {
    setInstead(key)
    onChanging(true)
  }
  const keep = (next: ChosenKeys) => {
    onChanging(false)
    void prefer({ keys: changeable(next) })
    const now = keysWith(next, command).map(shownChord).join(', ')
    announce(say('keys.changed', { name, keys: now || say('keys.no-keys') }))
  }
  if (changing)
    return (
      <KeyCatcher
        command={command}
        chosen={chosen}
        onCaught={chord => keep(giveKey(chosen, commands, command, chord, instead))}
        onLeave={() => onChanging(false)}
        {...(instead === null
          ? {}
          : { removes: instead, onRemove: () => keep(takeKey(chosen, command, instead)) })}
      />
    )
  return (
    <span className="keys-keys">
      {keys.map(key => (
        <Button
          key={key}
          kind="quiet"
          name={say('keys.change', { name, key: shownChord(key) })}
          onPress={() => begin(key)}
        >
          <kbd>{shownChord(key)}</kbd>
        </Button>
      ))}
      <Button kind="quiet" name={say('keys.add', { name })} onPress={() => begin(null)}>
        +
      </Button>
      {chosen[command.id] && (
        <Button
          kind="quiet"
          name={say('keys.reset', { name })}
          onPress={() => keep(resetKeys(chosen, command))}
        >
          ↺
        </Button>
      )}
    </span>
  )
}

/** As the preferences take them. */
const changeable = (chosen: ChosenKeys): Record<string, string[]> =>
  Object.fromEntries(Object.entries(chosen).map(([id, keys]) => [id, [...keys]]))
