import './bar.css'
import type { Session } from '#app/contract'
import { Button } from '../ui/button.tsx'
import { ExportIcon, KeysIcon, PersonIcon, ProjectIcon, RedoIcon, UndoIcon } from '../ui/icons.tsx'
import { actionNames } from './action-names.ts'
import { openDialog } from './dialog-store.ts'
import { SaveState } from './save-state.tsx'
import { useSession } from './session-store.ts'
import { revert } from './steps.ts'

/** The bar at the head of the window. */
export function Bar({ session }: { readonly session: Session }) {
  const { undo, redo } = useSession(state => state.undo)
  const { project, annotator } = session
  return (
    <header className="bar">
      <h1 className="bar-title">
        <Button kind="quiet" onPress={() => openDialog('projects')} hint="Projects">
          <ProjectIcon />
          <span className="bar-project">{project?.project.name ?? 'Assay'}</span>
        </Button>
      </h1>
      <SaveState />
      <div className="bar-tools">
        <Button
          kind="quiet"
          name={undo ? `Undo: ${actionNames[undo]}` : 'Undo'}
          hint="Undo (Ctrl+Z)"
          disabled={undo === null}
          onPress={() => void revert('undo')}
        >
          <UndoIcon />
        </Button>
        <Button
          kind="quiet"
          name={redo ? `Redo: ${actionNames[redo]}` : 'Redo'}
          hint="Redo (Ctrl+Shift+Z)"
          disabled={redo === null}
          onPress={() => void revert('redo')}
        >
          <RedoIcon />
        </Button>
        <Button kind="quiet" onPress={() => openDialog('export')} disabled={project === null}>
          <ExportIcon />
          Export
        </Button>
        <Button kind="quiet" name="Keys" hint="All keys (?)" onPress={() => openDialog('keys')}>
          <KeysIcon />
        </Button>
        <Button kind="quiet" onPress={() => openDialog('person')} hint="You, the annotator">
          <PersonIcon />
          {annotator.name}
        </Button>
      </div>
    </header>
  )
}
