import './team.css'
import { useEffect, useRef, useState } from 'react'
import type { Session } from '#app/contract'
import { call, on } from '../door.ts'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { askForFiles, newFileId, sendFile } from './send-file.ts'

interface JoinProjectProps {
  /** The project is made and open. */
  readonly onJoined: (session: Session) => void
  readonly onProblem: (message: string | null) => void
}

interface Work {
  readonly done: number
  readonly total: number
}

/** Begins the project of a colleague from a file that they shared. */
export function JoinProject({ onJoined, onProblem }: JoinProjectProps) {
  const [work, setWork] = useState<Work | null>(null)
  const job = useRef<string | null>(null)
  // Who closes the dialog has changed their mind.
  useEffect(() => () => stop(job.current), [])

  const join = async () => {
    const [file] = await askForFiles(false)
    if (!file) return
    const own = crypto.randomUUID()
    job.current = own
    onProblem(null)
    setWork({ done: 0, total: file.size })
    const id = newFileId()
    const sent = await sendFile(
      file,
      id,
      () => job.current === own,
      bytes => setWork({ done: bytes, total: file.size }),
    )
    const deaf = on('progress', progress => {
      if (progress.job === own) setWork(progress)
    })
    const outcome = sent.ok ? await call('project.join', { file: id, name: file.name, job: own }) : sent
    deaf()
    setWork(null)
    if (!outcome.ok) {
      if (outcome.failure.code !== 'cancelled') onProblem(outcome.failure.message)
    } else if (outcome.value) onJoined(outcome.value)
  }
  const stopJoining = () => {
    stop(job.current)
    job.current = null
  }

  if (!work)
    return (
      <div className="projects-join">
        <Button onPress={() => void join()}>{say('team.join')}</Button>
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
