import './tour-dialog.css'
import { useEffect } from 'react'
import { shownChord } from '../commands/chord.ts'
import { commands, keysOf } from '../commands/commands.ts'
import { say } from '../messages/messages.ts'
import { prefer, preferences } from '../settings/preferences-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { closeDialog } from './dialog-store.ts'
import { activeLabels } from './session-store.ts'

/** One page for who opens Assay for the first time: what the panes are, and the keys that matter. */
export function TourDialog() {
  useEffect(
    () => () => {
      if (!preferences().toured) void prefer({ toured: true })
    },
    [],
  )
  return (
    <Dialog
      title={say('tour.title')}
      wide
      foot={
        <Button kind="primary" onPress={closeDialog} autoFocus>
          {say('tour.start')}
        </Button>
      }
    >
      <p>{say('tour.lead')}</p>
      <Panes />
      <Keys />
      <p className="tour-again">{say('tour.again', { name: say('shell.tour') })}</p>
    </Dialog>
  )
}

function Panes() {
  return (
    <section>
      <h3 className="pane-title">{say('tour.panes')}</h3>
      <ol className="tour-panes">
        {(['library', 'reader', 'inspector'] as const).map(pane => (
          <li key={pane} className={`tour-pane tour-${pane}`}>
            <b>{say(`tour.${pane}`)}</b>
            <span>{say(`tour.${pane}-is`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Keys() {
  const labels = activeLabels()
    .filter(({ key }) => key !== '')
    .slice(0, 4)
  const rows = [
    { keys: firstKeys('reader.next-sentence', 'reader.previous-sentence'), does: say('tour.key-move') },
    {
      keys: labels.map(({ key }) => key),
      does: say('tour.key-label', { labels: labels.map(({ name }) => name).join(', ') }),
    },
    { keys: firstKeys('reader.read'), does: say('tour.key-read') },
    { keys: firstKeys('shell.undo'), does: say('tour.key-undo') },
    { keys: firstKeys('shell.palette'), does: say('tour.key-palette') },
    { keys: firstKeys('shell.keys'), does: say('tour.key-keys') },
  ]
  return (
    <section>
      <h3 className="pane-title">{say('tour.keys')}</h3>
      <dl className="tour-keys">
        {rows
          .filter(({ keys }) => keys.length > 0)
          .map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map(key => (
                  <kbd key={key}>{shownChord(key)}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** The first key of each of these commands, as the person has them. */
const firstKeys = (...ids: string[]): string[] =>
  ids.flatMap(id => commands.filter(command => command.id === id).flatMap(one => keysOf(one).slice(0, 1)))
