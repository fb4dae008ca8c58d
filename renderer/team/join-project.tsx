import './team.css'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FileId, PeopleOfFile, Session } from '#app/contract'
import type { Failure } from '#app/failure'
import type { AnnotatorId } from '#app/model/ids'
import { call } from '../door.ts'
import { asJob, stopJob, type Work } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { readyToLeave } from '../shell/open-project.ts'
import { Button } from '../ui/button.tsx'
import { WorkLine } from '../ui/work.tsx'
import { isClosed, PassphraseForm } from './passphrase-form.tsx'
import { askForFiles, newFileId, sendFile } from './send-file.ts'
import { WhoAreYou } from './who-are-you.tsx'

interface JoinProjectProps {
  /** The project is made and open. */
  readonly onJoined: (session: Session) => void
  readonly onProblem: (message: string | null) => void
}

/** A file that has come, and is encrypted. */
interface Closed {
  readonly file: FileId
  readonly name: string
}

/** A file that has come, and whom the person can say that they are. */
interface Asking extends PeopleOfFile {
  readonly file: FileId
  readonly name: string
}

/** Begins the project of a colleague from a file that they shared. A starter file asks who one is. */
export function JoinProject({ onJoined, onProblem }: JoinProjectProps) {
  const [work, setWork] = useState<Pick<Work, 'done' | 'total'> | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [closed, setClosed] = useState<Closed | null>(null)
  /** The file that is sent, as long as it is wanted. */
  const wanted = useRef<FileId | null>(null)
  const job = useRef<string | null>(null)
  const stop = useCallback(() => {
    wanted.current = null
    if (job.current !== null) stopJob(job.current)
  }, [])
  // Who closes the dialog has changed their mind.
  useEffect(() => stop, [stop])

  const choose = async () => {
    const [chosen] = await askForFiles(false)
    if (!chosen) return
    onProblem(null)
    const file = newFileId()
    wanted.current = file
    setWork({ done: 0, total: chosen.size })
    const sent = await sendFile(
      chosen,
      file,
      () => wanted.current === file,
      bytes => setWork({ done: bytes, total: chosen.size }),
    )
    if (!sent.ok) return fail(sent.failure)
    await ask(file, chosen.name)
  }
  /** Asks who the person is, and before that for a passphrase, where the file wants to know. */
  const ask = async (file: FileId, name: string): Promise<void> => {
    const people = await call('project.people', { file })
    if (wanted.current !== file) return setWork(null)
    setClosed(null)
    if (!people.ok && !isClosed(people.failure)) return fail(people.failure)
    setWork(null)
    if (!people.ok) setClosed({ file, name })
    else if (people.value.people.length === 0) await join(file, name, null)
    else setAsking({ file, name, ...people.value })
  }
  const unseal = async ({ file, name }: Closed, passphrase: string): Promise<string | null> => {
    const outcome = await call('exchange.unseal', { file, passphrase })
    if (!outcome.ok) return outcome.failure.message
    if (wanted.current === file) await ask(file, name)
    return null
  }
  const join = async (file: FileId, name: string, as: AnnotatorId | null) => {
    setAsking(null)
    onProblem(null)
    const first = await readyToLeave()
    if (first !== null) return fail({ code: 'conflict', message: first })
    const outcome = await asJob(
      work => {
        job.current = work.job
        setWork(work)
      },
      job => call('project.join', { file, name, as, job }),
    )
    if (!outcome.ok) return fail(outcome.failure)
    setWork(null)
    if (outcome.value) onJoined(outcome.value)
  }
  const fail = ({ code, message }: Failure) => {
    setWork(null)
    if (code !== 'cancelled') onProblem(message)
  }

  if (closed) return <PassphraseForm onGive={passphrase => unseal(closed, passphrase)} />
  if (asking) return <WhoAreYou {...asking} onChoose={as => void join(asking.file, asking.name, as)} />
  if (!work)
    return (
      <div className="projects-join">
        <Button onPress={() => void choose()}>{say('team.join')}</Button>
        <p className="team-hint">{say('team.join-hint')}</p>
      </div>
    )
  return (
    <div className="projects-join">
      <WorkLine label={say('team.joining')} work={work} onStop={stop} />
    </div>
  )
}
