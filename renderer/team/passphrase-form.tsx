import { useState } from 'react'
import type { Failure } from '#app/failure'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

/** Whether a file was refused because it is encrypted. */
export const isClosed = ({ code }: Failure): boolean => code === 'needs-passphrase'

/** Asks for the passphrase of an encrypted file. */
export function PassphraseForm({
  onGive,
}: {
  /** Opens the file. @returns why it stays closed; null once it is open */
  readonly onGive: (passphrase: string) => Promise<string | null>
}) {
  const [passphrase, setPassphrase] = useState('')
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async () => {
    if (passphrase === '' || working) return
    setWorking(true)
    const refused = await onGive(passphrase)
    setWorking(false)
    setProblem(refused)
  }
  return (
    <form
      className="team-section"
      onSubmit={event => {
        event.preventDefault()
        void open()
      }}
    >
      <p>{say('team.encrypted')}</p>
      {problem && <p className="problem">{problem}</p>}
      <Field label={say('team.passphrase')} value={passphrase} onChange={setPassphrase} secret autoFocus />
      <div>
        <Button disabled={passphrase === '' || working} onPress={() => void open()}>
          {say(working ? 'team.opening' : 'team.open-file')}
        </Button>
      </div>
    </form>
  )
}
