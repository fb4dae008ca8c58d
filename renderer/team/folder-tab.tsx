import './folder.css'
import { useState } from 'react'
import type { ArrivedFile, PastRound, TeamFolderState } from '#app/contract'
import { say, sayFailure, sayMoment } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Message } from '../ui/message.tsx'
import { chooseFolder, leaveFolder, syncNow, undoRound, useFolder } from './folder-store.ts'
import { placeWarning } from './place-warning.ts'

/** The folder through which the team keeps together: which it is, and what the last rounds did. */
export default function FolderTab() {
  const { state, problem } = useFolder()
  const place = useSession(({ session }) => session?.project?.synchronised ?? null)
  if (!state) return <Message title={say('team.folder-loading')} />
  return (
    <div className="team-page">
      <section className="team-section" aria-label={say('team.tab-folder')}>
        <h2 className="team-title">{say('team.folder-title')}</h2>
        <p className="team-hint">{say('team.folder-hint')}</p>
        {place && <p className="problem">{placeWarning(place)}</p>}
        {problem && <p className="problem">{problem}</p>}
        {state.folder === null ? <ChooseFolder /> : <InUse state={state} folder={state.folder} />}
      </section>
      {state.folder !== null && <Rounds state={state} />}
    </div>
  )
}

/** In Electron the system asks for the folder; in a browser its path is written. */
function ChooseFolder() {
  const host = useSession(({ session }) => session?.host)
  const [path, setPath] = useState('')
  if (host === 'electron')
    return (
      <div>
        <Button kind="primary" onPress={() => void chooseFolder(null)}>
          {say('team.choose-folder-asking')}
        </Button>
      </div>
    )
  return (
    <form
      className="folder-line"
      onSubmit={event => {
        event.preventDefault()
        if (path.trim() !== '') void chooseFolder(path.trim())
      }}
    >
      <Field
        label={say('team.folder-path')}
        value={path}
        onChange={setPath}
        placeholder={say('team.folder-example')}
      />
      <Button kind="primary" disabled={path.trim() === ''} onPress={() => void chooseFolder(path.trim())}>
        {say('team.choose-folder')}
      </Button>
    </form>
  )
}

interface InUseProps {
  readonly state: TeamFolderState
  readonly folder: string
}

function InUse({ state: { working, checked, problem }, folder }: InUseProps) {
  return (
    <>
      <p className="folder-path" dir="ltr">
        {folder}
      </p>
      <p className="team-hint" aria-live="polite">
        {working
          ? say('team.folder-working')
          : checked
            ? say('team.folder-checked', { when: sayMoment(checked) })
            : say('team.folder-not-checked')}
      </p>
      {problem && <p className="problem">{sayFailure(problem)}</p>}
      <div className="team-ways">
        <Button kind="primary" disabled={working} onPress={() => void syncNow()}>
          {say('team.sync-now')}
        </Button>
        <Button onPress={() => void leaveFolder()}>{say('team.leave-folder')}</Button>
      </div>
    </>
  )
}

/** What the last round brought, and what waits. */
function Rounds({ state: { last, waiting, conflictCopies } }: { readonly state: TeamFolderState }) {
  return (
    <>
      {last && <LastRound last={last} />}
      {waiting.length > 0 && (
        <section className="team-section" aria-label={say('team.waiting')}>
          <h2 className="team-title">{say('team.waiting')}</h2>
          <p className="team-hint">{say('team.waiting-hint')}</p>
          <ul className="folder-files">
            {waiting.map(({ name, reason, since, overdue }) => (
              <li key={name} data-overdue={overdue || undefined}>
                <span className="folder-file">{name}</span>
                <span>{say(`team.waits-${reason}`, { when: sayMoment(since) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {conflictCopies.length > 0 && (
        <section className="team-section" aria-label={say('team.copies')}>
          <h2 className="team-title">{say('team.copies')}</h2>
          <p className="team-hint">{say('team.copies-hint')}</p>
          <ul className="folder-files">
            {conflictCopies.map(name => (
              <li key={name}>
                <span className="folder-file">{name}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function LastRound({ last: { at, arrived, falls, written, undo } }: { readonly last: PastRound }) {
  const news = arrived.filter(one => one.news)
  return (
    <section className="team-section" aria-label={say('team.last-round')}>
      <h2 className="team-title">{say('team.last-round')}</h2>
      <p className="team-hint">{sayMoment(at)}</p>
      {falls.map(({ annotator, before, after }) => (
        <p key={annotator.id} className="problem">
          {say('team.fall', { name: annotator.name, before, after })}
        </p>
      ))}
      {news.length === 0 && <p>{say('team.round-nothing')}</p>}
      <ul className="folder-files">
        {news.map(one => (
          <li key={one.name}>
            <span>{say('team.arrived-from', { name: one.by.name, when: sayMoment(one.at) })}</span>
            <span>{broughtBy(one)}</span>
          </li>
        ))}
      </ul>
      {written && <p className="team-hint">{say('team.round-written', { name: written })}</p>}
      {undo !== null && (
        <div className="team-ways">
          <Button onPress={() => void undoRound()}>{say('team.undo-round')}</Button>
        </div>
      )}
    </section>
  )
}

const broughtBy = ({ articles, conflicts }: ArrivedFile): string =>
  [
    say('team.arrived-articles', { count: articles }),
    ...(conflicts > 0 ? [say('team.conflicts-in-file', { count: conflicts })] : []),
  ].join(', ')
