import './projects-dialog.css'
import { useState } from 'react'
import type { Outcome, Session } from '#app/contract'
import type { ReadyCodebook } from '#app/model/ready-codebook'
import { ReadyCodebookField } from '../codebook/ready-codebook-field.tsx'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { JoinProject } from '../team/join-project.tsx'
import { placeWarning } from '../team/place-warning.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { LockIcon } from '../ui/icons.tsx'
import { closeDialog } from './dialog-store.ts'
import { readyToLeave } from './open-project.ts'
import { takeSession, useSession } from './session-store.ts'

/** Opens another project: a new one, a recent one, or one from the disk. */
export function ProjectsDialog() {
  const session = useSession(state => state.session)
  const [name, setName] = useState('')
  const [codebook, setCodebook] = useState<ReadyCodebook>('default')
  const [path, setPath] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const open = async (ask: () => Promise<Outcome<Session | null>>) => {
    const first = await readyToLeave()
    if (first !== null) return setProblem(first)
    const outcome = await ask()
    // The window asks for it.
    if (!outcome.ok && outcome.failure.code === 'needs-passphrase') return closeDialog()
    if (!outcome.ok) return setProblem(outcome.failure.message)
    if (outcome.value !== null) opened(outcome.value)
  }
  const opened = (session: Session) => {
    takeSession(session)
    closeDialog()
  }
  const others =
    session?.recent.filter(one => one.name !== session.project?.fileName.replace(/\.assay$/, '')) ?? []

  return (
    <Dialog title={say('shell.projects')}>
      {problem && <p className="problem">{problem}</p>}
      {session?.project?.synchronised && (
        <p className="problem">{placeWarning(session.project.synchronised)}</p>
      )}
      <form
        className="projects-line"
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') void open(() => call('project.create', { name, codebook }))
        }}
      >
        <Field
          label={say('shell.new-project')}
          value={name}
          onChange={setName}
          placeholder={say('shell.name')}
          autoFocus
        />
        <ReadyCodebookField value={codebook} onChange={setCodebook} />
        <Button
          kind="primary"
          disabled={name.trim() === ''}
          onPress={() => void open(() => call('project.create', { name, codebook }))}
        >
          {say('shell.create')}
        </Button>
      </form>
      <JoinProject onJoined={opened} onProblem={setProblem} />
      {session?.host === 'electron' ? (
        <div>
          <Button onPress={() => void open(() => call('project.open', { path: null }))}>
            {say('shell.open-from-disk-asking')}
          </Button>
        </div>
      ) : (
        <form
          className="projects-line"
          onSubmit={event => {
            event.preventDefault()
            if (path.trim() !== '') void open(() => call('project.open', { path: path.trim() }))
          }}
        >
          <Field
            label={say('shell.open-from-disk')}
            value={path}
            onChange={setPath}
            placeholder={say('shell.path-example')}
          />
          <Button
            disabled={path.trim() === ''}
            onPress={() => void open(() => call('project.open', { path: path.trim() }))}
          >
            {say('shell.open')}
          </Button>
        </form>
      )}
      {others.length > 0 && (
        <section>
          <h3 className="pane-title">{say('shell.recent-projects')}</h3>
          <ul className="projects-recent">
            {others.map(one => (
              <li key={one.path}>
                <Button
                  kind="quiet"
                  onPress={() => void open(() => call('project.open', { path: one.path }))}
                >
                  {one.name}
                </Button>
                {one.isProtected && (
                  <span className="projects-lock" role="img" aria-label={say('protection.has-passphrase')}>
                    <LockIcon />
                  </span>
                )}
                <span className="projects-path">{one.path}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
