import './team.css'
import { useEffect, useRef, useState } from 'react'
import type { FileId, PeopleOfFile, Session } from '#app/contract'
import type { Failure } from '#app/failure'
import type { AnnotatorId } from '#app/model/ids'
import { call, on } from '../door.ts'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { askForFiles, newFileId, sendFile } from './send-file.ts'
import { WhoAreYou } from './who-are-you.tsx'

interface JoinProjectProps {
  /** The project is made and open. */
  readonly onJoined: (session: Session) => void
  readonly onProblem: (message: string | null) => void
}

interface Work {
  readonly done: number
  readonly total: number
}

/** A file that has come, and whom the person can say that they are. */
interface Asking extends PeopleOfFile {
  readonly file: FileId
  readonly name: string
}

/** Begins the project of a colleague from a file that they shared. A starter file asks who one is. */
export function JoinProject({ onJoined, onProblem }: JoinProjectProps) {
  const [work, setWork] = useState<Work | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const job = useRef<string | null>(null)
  // Who closes the dialog has changed their mind.
  useEffect(() => () => stop(job.current), [])

  const begin = (size: number): string => {
    const own = crypto.randomUUID()
    job.current = own
    onProblem(null)
    setWork({ done: 0, total: size })
    return own
  }
  const choose = async () => {
    const [chosen] = await askForFiles(false)
    if (!chosen) return
    const own = begin(chosen.size)
    const file = newFileId()
    const sent = await sendFile(
      chosen,
      file,
      () => job.current === own,
      bytes => setWork({ done: bytes, total: chosen.size }),
    )
    const people = sent.ok ? await call('project.people', { file }) : sent
    if (!people.ok) return fail(people.failure)
    const { name } = chosen
    if (people.value.people.length === 0) return join(file, name, null)
    setWork(null)
    setAsking({ file, name, ...people.value })
  }
  const join = async (file: FileId, name: string, as: AnnotatorId | null) => {
    setAsking(null)
    const own = begin(0)
    const deaf = on('progress', progress => {
      if (progress.job === own) setWork(progress)
    })
    const outcome = await call('project.join', { file, name, as, job: own })
    deaf()
    if (!outcome.ok) return fail(outcome.failure)
    setWork(null)
    if (outcome.value) onJoined(outcome.value)
  }
  const fail = ({ code, message }: Failure) => {
    setWork(null)
    if (code !== 'cancelled') onProblem(message)
  }
  const stopJoining = () => {
    stop(job.current)
    job.current = null
  }

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
      <Progress label={say('team.joining')} done={work.done} total={work.total} />
      <Button onPress={stopJoining}>{say('team.stop')}</Button>
    </div>
  )
}

function stop(job: string | null): void {
  if (job !== null) void call('job.cancel', { job })
}
