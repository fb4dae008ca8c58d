import { useEffect, useRef, useState } from 'react'
import type { Outcome, Session } from '#app/contract'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { takeSession, useSession } from '../shell/session-store.ts'
import { Field } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { IdentityField } from './identity-field.tsx'

/** Who works here, and whether Assay may fetch pages when asked to. */
export function PersonFields() {
  const offline = useSession(state => state.session?.offline ?? false)
  const person = useSession(({ session }) => session?.person.id)
  return (
    <section className="settings-part" aria-label={say('settings.you')}>
      <h3 className="pane-title">{say('settings.you')}</h3>
      <NameField key={person} />
      <IdentityField />
      <Switch on={offline} onChange={on => void take(call('session.offline', { offline: on }))}>
        {say('shell.offline')}
      </Switch>
    </section>
  )
}

/** The name that everything written bears: kept when the field is left, or the dialog. */
function NameField() {
  const [name, setName] = useState(useSession.getState().session?.person.name ?? '')
  /** What was typed; null where nothing was. */
  const draft = useRef<string | null>(null)
  useEffect(() => () => keep(draft.current), [])
  return (
    <Field
      label={say('shell.your-name')}
      value={name}
      onChange={next => {
        draft.current = next
        setName(next)
      }}
      onLeave={() => keep(draft.current)}
      description={say('shell.your-name-hint')}
    />
  )
}

/** An empty name is no name: the old one stays. */
function keep(name: string | null): void {
  const kept = name?.trim() ?? ''
  if (kept !== '' && kept !== useSession.getState().session?.person.name)
    void take(call('session.rename', { name: kept }))
}

async function take(answer: Promise<Outcome<Session>>): Promise<void> {
  const outcome = await answer
  if (outcome.ok) takeSession(outcome.value)
  else notify(outcome.failure.message, { tone: 'bad' })
}
