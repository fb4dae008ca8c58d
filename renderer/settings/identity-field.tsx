import { useState } from 'react'
import { AnnotatorId } from '#app/model/ids'
import { isPerson } from '#app/model/second-reading'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { leaveMark } from '../reader/reading-position.ts'
import { notify } from '../shell/notices.ts'
import { settled } from '../shell/outbox.ts'
import { takeSession, useSession } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { useAsked } from '../use-asked.ts'

/** “That is me”: which annotator of the open project the person is. Nothing where nobody else is in it. */
export function IdentityField() {
  const project = useSession(({ session }) => session?.project?.project.id)
  return project === undefined ? null : <OfProject key={project} />
}

function OfProject() {
  const person = useSession(({ session }) => session?.person)
  const people = useAsked('annotator.list', {}).value?.filter(({ id }) => isPerson(id)) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  if (!person || people.every(({ id }) => id === person.id)) return null
  const options = people.map(({ id, name, annotations }) => {
    const shared = people.some(one => one.name === name && one.id !== id)
    const told = shared ? `${name} (${id.slice(-6)})` : name
    return { value: id as string, name: say('settings.person-with', { name: told, count: annotations }) }
  })
  const other = people.find(({ id }) => id === chosen && id !== person.id)
  return (
    <div className="settings-identity">
      <Select
        label={say('settings.in-this-project')}
        value={chosen ?? person.id}
        options={options}
        onChange={setChosen}
      />
      <p className="field-description">{say('settings.in-this-project-hint')}</p>
      {other && (
        <Button kind="primary" onPress={() => void become(other.id, person.id)}>
          {say('settings.that-is-me', { name: other.name })}
        </Button>
      )}
    </div>
  )
}

/** Has the person be another annotator; what tells of it takes it back. */
async function become(annotator: string, before: string): Promise<void> {
  await settled()
  await leaveMark()
  const outcome = await call('session.identify', { annotator: AnnotatorId.parse(annotator) })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  takeSession(outcome.value)
  notify(say('settings.you-are', { name: outcome.value.person.name }), {
    undo: () => void become(before, annotator),
  })
}
