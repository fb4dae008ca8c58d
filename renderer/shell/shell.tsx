import './shell.css'
import { useEffect } from 'react'
import { Inspector } from '../inspector/inspector.tsx'
import { Library } from '../library/library.tsx'
import { Reader } from '../reader/reader.tsx'
import { DropTarget } from '../transfer/drop-target.tsx'
import { ExportDialog } from '../transfer/export-dialog.tsx'
import { ImportDialog } from '../transfer/import-dialog.tsx'
import { PasteDialog } from '../transfer/paste-dialog.tsx'
import { Message } from '../ui/message.tsx'
import { Bar } from './bar.tsx'
import { listenToCommands } from './commands.ts'
import { type DialogName, useDialog } from './dialog-store.ts'
import { listenToKeys } from './keys.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Notices } from './notices-view.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { ProjectsDialog } from './projects-dialog.tsx'
import { useSession } from './session-store.ts'

/** The window: a bar, the library, the reader and the inspector, and at most one dialog. */
export function Shell() {
  useEffect(listenToKeys, [])
  useEffect(listenToCommands, [])
  const { session, failure } = useSession()
  if (failure) return <Message title="Assay could not start.">{failure.message}</Message>
  if (!session) return <Message title="Opening …" />
  return (
    <div className="shell">
      <Bar session={session} />
      {session.project ? (
        <main className="panes">
          <Library />
          <Reader />
          <Inspector />
        </main>
      ) : (
        <main>
          <Message title="No project is open.">
            Open a project, or make a new one, from the bar above.
          </Message>
        </main>
      )}
      <DropTarget />
      <OpenDialog />
      <Notices />
    </div>
  )
}

const DIALOGS: Record<DialogName, () => React.ReactNode> = {
  paste: () => <PasteDialog />,
  import: () => <ImportDialog />,
  export: () => <ExportDialog />,
  keys: () => <KeysDialog />,
  projects: () => <ProjectsDialog />,
  person: () => <PersonDialog />,
}

function OpenDialog() {
  const open = useDialog(state => state.open)
  return open && DIALOGS[open]()
}
