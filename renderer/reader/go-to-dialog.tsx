import './go-to-dialog.css'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import type { Queue } from '#app/model/queue'
import { shownChord } from '../commands/chord.ts'
import { commands, keysOf } from '../commands/commands.ts'
import { say } from '../messages/messages.ts'
import { closeDialog, openDialog } from '../shell/dialog-store.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { chooseQueue, queueName } from './queues.ts'

const SAID: readonly Queue[] = [
  { kind: 'unread' },
  { kind: 'flagged', by: 'me' },
  { kind: 'flagged', by: 'everybody' },
  { kind: 'cannot-judge' },
  { kind: 'to-look-at' },
  { kind: 'incomplete' },
]

/** Chooses what to go through: the sentences that wait for something, or those with a label. */
export function GoToDialog() {
  const { labels } = useCodebook()
  const queues = new Map<string, Queue>(SAID.map(queue => [keyOf(queue), queue]))
  const colours = new Map<string, string>()
  // A merged label has no annotations of its own.
  for (const { id, successor, colour } of labels) {
    if (successor !== null) continue
    const queue: Queue = { kind: 'label', label: id }
    queues.set(keyOf(queue), queue)
    colours.set(keyOf(queue), colour)
  }
  return (
    <Dialog
      title={say('finding.go-to')}
      foot={<Button onPress={() => openDialog('flagged')}>{say('finding.list-flagged')}</Button>}
    >
      <ListBox
        className="go-to"
        aria-label={say('finding.go-to')}
        autoFocus="first"
        items={[...queues].map(([id, queue]) => ({ id, queue }))}
      >
        {({ id, queue }) => (
          <ListBoxItem
            className="go-to-item"
            textValue={queueName(queue)}
            onAction={() => {
              closeDialog()
              chooseQueue(queue)
            }}
          >
            <span className="go-to-swatch" data-colour={colours.get(id)} />
            <Text slot="label">{queueName(queue)}</Text>
          </ListBoxItem>
        )}
      </ListBox>
      <p className="go-to-hint">
        {say('finding.go-on-hint', { next: keyFor('finding.go-on'), previous: keyFor('finding.go-back') })}
      </p>
    </Dialog>
  )
}

const keyOf = (queue: Queue): string =>
  [queue.kind, 'label' in queue ? queue.label : 'by' in queue ? queue.by : ''].join(' ')

function keyFor(id: string): string {
  const command = commands.find(one => one.id === id)
  return shownChord((command && keysOf(command)[0]) ?? '')
}
