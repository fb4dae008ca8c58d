import { useState } from 'react'
import { call } from '../door.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { closeDialog } from './dialog-store.ts'
import { takeSession, useSession } from './session-store.ts'

/** Who works here: the name that everything written bears. */
export function PersonDialog() {
  const [name, setName] = useState(useSession.getState().session?.annotator.name ?? '')
  const [offline, setOffline] = useState(useSession.getState().session?.offline ?? false)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    const renamed = await call('session.rename', { name })
    const outcome = renamed.ok ? await call('session.offline', { offline }) : renamed
    if (!outcome.ok) return setProblem(outcome.failure.message)
    takeSession(outcome.value)
    closeDialog()
  }
  return (
    <Dialog
      title="You, the annotator"
      foot={
        <Button kind="primary" disabled={name.trim() === ''} onPress={() => void save()}>
          Save
        </Button>
      }
    >
      <Field
        label="Your name"
        value={name}
        onChange={setName}
        autoFocus
        description="Everything you tag bears it, here and in what you hand on. You stay the same person when you change it."
      />
      <Check checked={offline} onChange={setOffline}>
        Work offline: fetch no web pages, even when asked to
      </Check>
      {problem && <p className="problem">{problem}</p>}
    </Dialog>
  )
}
