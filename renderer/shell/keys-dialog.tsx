import './keys-dialog.css'
import { useState } from 'react'
import { say } from '../messages/messages.ts'
import { prefer, usePreferences } from '../settings/preferences-store.ts'
import { announce } from '../ui/announcer.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { KeysRowView } from './keys-row-view.tsx'
import { keysRooms } from './keys-rows.ts'

/** All keys, room by room: to look one up, and to change it. */
export function KeysDialog() {
  const [query, setQuery] = useState('')
  const [changing, setChanging] = useState<string | null>(null)
  usePreferences(preferences => preferences.keys)
  const rooms = keysRooms(query)
  const resetAll = () => {
    void prefer({ keys: {} })
    announce(say('keys.reset-all-done'))
  }
  return (
    <Dialog
      title={say('keys.title')}
      wide
      foot={
        // Never dim: a button that goes dim when it is pressed loses the focus, and with it Escape.
        <Button onPress={resetAll}>{say('keys.reset-all')}</Button>
      }
    >
      <Field label={say('keys.find')} value={query} onChange={setQuery} autoFocus />
      {rooms.length === 0 && <p className="keys-none">{say('keys.none')}</p>}
      {rooms.map(({ name, rows }) => (
        <section key={name} className="keys-room" aria-label={name}>
          <h3 className="pane-title">{name}</h3>
          {rows[0]?.command === undefined && <p className="keys-none">{say('keys.in-codebook')}</p>}
          <ul>
            {rows.map(row => (
              <KeysRowView
                key={row.id}
                row={row}
                changing={changing === row.id}
                onChanging={on => setChanging(on ? row.id : null)}
              />
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}
