import './bar.css'
import type { Session } from '#app/contract'
import { hintWithKey } from '../commands/hint-with-key.ts'
import { say } from '../messages/messages.ts'
import { lockNow } from '../protection/protection-store.ts'
import { Button } from '../ui/button.tsx'
import {
  ExportIcon,
  FindIcon,
  KeysIcon,
  LockIcon,
  PersonIcon,
  ProjectIcon,
  RedoIcon,
  UndoIcon,
} from '../ui/icons.tsx'
import { actionName } from './action-names.ts'
import { openDialog } from './dialog-store.ts'
import { SaveState } from './save-state.tsx'
import { useSession } from './session-store.ts'
import { revertShown } from './steps.ts'
import { Timer } from './timer-view.tsx'
import { useUnsavedInView } from './unsaved.ts'
import { showView, useView } from './view-store.ts'
import { VIEWS } from './views.ts'

/** The bar at the head of the window. */
export function Bar({ session }: { readonly session: Session }) {
  const { project, annotator } = session
  return (
    <header className="bar">
      <h1 className="bar-title">
        <Button kind="quiet" onPress={() => openDialog('projects')} hint={say('shell.projects')}>
          <ProjectIcon />
          <span className="bar-project">{project?.project.name ?? 'Assay'}</span>
        </Button>
      </h1>
      {VIEWS.length > 1 && <Views />}
      <SaveState />
      <Timer />
      <div className="bar-tools">
        <Steps />
        {project?.isProtected && (
          <Button
            kind="quiet"
            name={say('protection.lock')}
            hint={hintWithKey('protection.lock')}
            onPress={() => void lockNow()}
          >
            <LockIcon />
          </Button>
        )}
        <Button
          kind="quiet"
          name={say('shell.export')}
          onPress={() => openDialog('export')}
          disabled={project === null}
        >
          <ExportIcon />
          <span className="bar-word">{say('shell.export')}</span>
        </Button>
        <Button
          kind="quiet"
          name={say('shell.find-all')}
          hint={hintWithKey('shell.palette')}
          onPress={() => openDialog('palette')}
        >
          <FindIcon />
        </Button>
        <Button
          kind="quiet"
          name={say('shell.keys')}
          hint={hintWithKey('shell.keys')}
          onPress={() => openDialog('keys')}
        >
          <KeysIcon />
        </Button>
        <Button
          kind="quiet"
          name={annotator.name}
          onPress={() => openDialog('settings')}
          hint={hintWithKey('settings.open')}
        >
          <PersonIcon />
          <span className="bar-word bar-person">{annotator.name}</span>
        </Button>
      </div>
    </header>
  )
}

/** Undo and redo: of the bar, all that changes with every tag. */
function Steps() {
  const { undo, redo } = useNextSteps()
  return (
    <>
      <Button
        kind="quiet"
        name={undo ? say('shell.undo-step', { step: undo }) : say('shell.undo')}
        hint={hintWithKey('shell.undo')}
        disabled={undo === null}
        onPress={() => revertShown('undo')}
      >
        <UndoIcon />
      </Button>
      <Button
        kind="quiet"
        name={redo ? say('shell.redo-step', { step: redo }) : say('shell.redo')}
        hint={hintWithKey('shell.redo')}
        disabled={redo === null}
        onPress={() => revertShown('redo')}
      >
        <RedoIcon />
      </Button>
    </>
  )
}

/** What undo and redo would do, in words; null for nothing. */
function useNextSteps(): { readonly undo: string | null; readonly redo: string | null } {
  const { undo, redo } = useSession(state => state.undo)
  const unsaved = useUnsavedInView()
  if (!unsaved) return { undo: undo && actionName(undo), redo: redo && actionName(redo) }
  const step = say('codebook.unsaved-step')
  return { undo: unsaved.undo && step, redo: unsaved.redo && step }
}

/** The ways to the views. */
function Views() {
  const current = useView(state => state.view)
  return (
    <nav className="bar-views" aria-label={say('shell.views')}>
      {VIEWS.map(({ view, name }) => (
        <button
          key={view}
          type="button"
          className="bar-view"
          aria-current={view === current ? 'page' : undefined}
          onClick={() => showView(view)}
        >
          {say(name)}
        </button>
      ))}
    </nav>
  )
}
