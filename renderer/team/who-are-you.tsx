import { useState } from 'react'
import type { PeopleOfFile } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'

interface WhoAreYouProps extends PeopleOfFile {
  /** “That is me”; null for somebody new. */
  readonly onChoose: (annotator: AnnotatorId | null) => void
}

const NEW = 'new'

/** Asks who begins from a file: one of its people, or somebody new. Two of one name are told apart by their ids. */
export function WhoAreYou({ people, meantFor, onChoose }: WhoAreYouProps) {
  const [chosen, setChosen] = useState<string>(meantFor ?? NEW)
  const options = people.map(({ id, name }) => {
    const shared = people.some(one => one.name === name && one.id !== id)
    const told = shared ? `${name} (${id.slice(-6)})` : name
    return { value: id as string, name: id === meantFor ? say('team.made-for', { name: told }) : told }
  })
  return (
    <div className="projects-join">
      <Select
        label={say('team.who-are-you')}
        value={chosen}
        options={[...options, { value: NEW, name: say('team.somebody-new') }]}
        onChange={setChosen}
      />
      <Button kind="primary" onPress={() => onChoose(people.find(({ id }) => id === chosen)?.id ?? null)}>
        {say('team.begin')}
      </Button>
    </div>
  )
}
