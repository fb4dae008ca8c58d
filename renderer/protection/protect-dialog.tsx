import './protection.css'
import { useState } from 'react'
import { NewPassphrase, SHORTEST_PASSPHRASE } from '#app/exchange/passphrase'
import { stopJob, type Work } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { WorkDialog } from '../ui/work.tsx'
import { protect } from './protection-store.ts'

/** Protects the open project with a passphrase, or gives it another. */
export default function ProtectDialog() {
  const isProtected = useSession(({ session }) => session?.project?.isProtected === true)
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [known, setKnown] = useState(false)
  const { work, problem, put } = usePut()
  const isReady =
    NewPassphrase.safeParse(next).success && next === again && (isProtected ? old !== '' : known)
  const title = say(isProtected ? 'protection.change' : 'protection.protect')
  if (work) return <Working title={title} work={work} />
  return (
    <Dialog
      title={title}
      foot={
        <Button kind="primary" disabled={!isReady} onPress={() => void put(isProtected ? old : null, next)}>
          {say(isProtected ? 'protection.change-now' : 'protection.protect-now')}
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
  const { work, problem, put } = usePut()
  if (work) return <Working title={say('protection.remove')} work={work} />
  return (
    <Dialog
      title={say('protection.remove')}
      foot={
        <Button kind="primary" disabled={old === ''} onPress={() => void put(old, null)}>
          {say('protection.remove-now')}
        </Button>
      }
    >
      <p>{say('protection.remove-what')}</p>
      {problem && <p className="problem">{problem}</p>}
      <Field label={say('protection.old')} value={old} onChange={setOld} secret autoFocus />
    </Dialog>
  )
}

/** While the project is written anew, which can be stopped. */
function Working({ title, work }: { readonly title: string; readonly work: Work }) {
  return (
    <WorkDialog
      title={title}
      label={say('protection.working')}
      work={work}
      onStop={() => stopJob(work.job)}
    />
  )
}

function usePut() {
  const [work, setWork] = useState<Work | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const put = async (passphrase: string | null, next: string | null) => {
    const refused = await protect(passphrase, next, setWork)
    setWork(null)
    setProblem(refused)
  }
  return { work, problem, put }
}
