import './protection.css'
import { useState } from 'react'
import { NewPassphrase, SHORTEST_PASSPHRASE } from '#app/exchange/passphrase'
import { say } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { protect } from './protection-store.ts'

/** Protects the open project with a passphrase, or gives it another. */
export default function ProtectDialog() {
  const isProtected = useSession(({ session }) => session?.project?.isProtected === true)
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [known, setKnown] = useState(false)
  const { working, problem, put } = usePut()
  const isReady =
    NewPassphrase.safeParse(next).success && next === again && (isProtected ? old !== '' : known) && !working
  const title = say(isProtected ? 'protection.change' : 'protection.protect')
  return (
    <Dialog
      title={title}
      busy={working}
      foot={
        <Button kind="primary" disabled={!isReady} onPress={() => void put(isProtected ? old : null, next)}>
          {say(
            working ? 'protection.working' : isProtected ? 'protection.change-now' : 'protection.protect-now',
          )}
        </Button>
      }
    >
      {!isProtected && <p>{say('protection.what')}</p>}
      <p>{say(isProtected ? 'protection.change-backups' : 'protection.protect-backups')}</p>
      {!isProtected && <p>{say('protection.not-what')}</p>}
      {problem && <p className="problem">{problem}</p>}
      {isProtected && <Field label={say('protection.old')} value={old} onChange={setOld} secret autoFocus />}
      <Field
        label={say('protection.new')}
        value={next}
        onChange={setNext}
        description={say('protection.new-hint', { least: SHORTEST_PASSPHRASE })}
        secret
        autoFocus={!isProtected}
      />
      <Field label={say('protection.again')} value={again} onChange={setAgain} secret />
      {again !== '' && !next.startsWith(again) && <p className="problem">{say('protection.not-the-same')}</p>}
      {!isProtected && (
        <Check checked={known} onChange={setKnown}>
          {say('protection.forgotten')}
        </Check>
      )}
    </Dialog>
  )
}

/** Removes the passphrase of the open project. */
export function UnprotectDialog() {
  const [old, setOld] = useState('')
  const { working, problem, put } = usePut()
  return (
    <Dialog
      title={say('protection.remove')}
      busy={working}
      foot={
        <Button kind="primary" disabled={old === '' || working} onPress={() => void put(old, null)}>
          {say(working ? 'protection.working' : 'protection.remove-now')}
        </Button>
      }
    >
      <p>{say('protection.remove-what')}</p>
      {problem && <p className="problem">{problem}</p>}
      <Field label={say('protection.old')} value={old} onChange={setOld} secret autoFocus />
    </Dialog>
  )
}

function usePut() {
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const put = async (passphrase: string | null, next: string | null) => {
    setWorking(true)
    const refused = await protect(passphrase, next)
    setWorking(false)
    setProblem(refused)
  }
  return { working, problem, put }
}
