import './keys-dialog.css'
import { shownChord } from '../commands/chord.ts'
import { commands, keysOf } from '../commands/commands.ts'
import { say } from '../messages/messages.ts'
import { Dialog } from '../ui/dialog.tsx'
import { activeLabels } from './session-store.ts'

/** All keys. */
export function KeysDialog() {
  const rows = [
    ...activeLabels().map((label, index) => ({
      id: label.id,
      keys: [label.key, index < 9 ? String(index + 1) : ''].filter(Boolean),
      does: say('shell.tag-with', { label: label.name }),
    })),
    ...commands.map(command => ({ id: command.id, keys: keysOf(command), does: say(command.name) })),
  ]
  return (
    <Dialog title={say('shell.keys')} wide>
      <dl className="keys">
        {rows
          .filter(({ keys }) => keys.length > 0)
          .map(({ id, keys, does }) => (
            <div key={id} className="keys-row">
              <dt>
                {keys.map(key => (
                  <kbd key={key}>{shownChord(key)}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
      </dl>
    </Dialog>
  )
}
