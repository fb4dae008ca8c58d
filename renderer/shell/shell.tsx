import './shell.css'
import { Suspense, useEffect } from 'react'
import { listenToKeys } from '../commands/listen.ts'
import { DescribeDialog } from '../library/describe-dialog.tsx'
import {
  AssignDialog,
  CollectDialog,
  CollectionDialog,
  ColumnsDialog,
  WorkDialog,
} from '../library/library-dialogs.tsx'
import { locale, say } from '../messages/messages.ts'
import { usePreferences } from '../settings/preferences-store.ts'
import { DropTarget } from '../transfer/drop-target.tsx'
import { ExportDialog } from '../transfer/export-dialog.tsx'
import { ImportDialog } from '../transfer/import-dialog.tsx'
import { PasteDialog } from '../transfer/paste-dialog.tsx'
import { Message } from '../ui/message.tsx'
import { Bar } from './bar.tsx'
import { type DialogName, useDialog } from './dialog-store.ts'
import { listenToHost } from './host-commands.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Notices } from './notices-view.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { ProjectsDialog } from './projects-dialog.tsx'
import { useSession } from './session-store.ts'
import { useView } from './view-store.ts'
import { VIEWS } from './views.ts'

/** The window: a bar, the library, the reader and the inspector, and at most one dialog. */
export function Shell() {
  useEffect(listenToKeys, [])
  useEffect(listenToHost, [])
  const { session, failure } = useSession()
  usePreferences(({ language }) => language)
  if (failure) return <Message title={say('shell.could-not-start')}>{failure.message}</Message>
  if (!session) return <Message title={say('shell.opening')} />
  return (
    <div className="shell" key={locale()}>
      <Bar session={session} />
      {session.project ? (
        <CurrentView />
      ) : (
        <main>
          <Message title={say('shell.no-project')}>{say('shell.no-project-hint')}</Message>
        </main>
      )}
      <DropTarget />
      <OpenDialog />
      <Notices />
    </div>
  )
}

function CurrentView() {
  const view = useView(state => state.view)
  const { Shown } = VIEWS.find(one => one.view === view) ?? VIEWS[0]
  return (
    <Suspense fallback={<main aria-busy="true" />}>
      <Shown />
    </Suspense>
  )
}

const DIALOGS: Record<DialogName, () => React.ReactNode> = {
  paste: () => <PasteDialog />,
  import: () => <ImportDialog />,
  export: () => <ExportDialog />,
  keys: () => <KeysDialog />,
  projects: () => <ProjectsDialog />,
  person: () => <PersonDialog />,
  describe: () => <DescribeDialog />,
  collect: () => <CollectDialog />,
  assign: () => <AssignDialog />,
  collection: () => <CollectionDialog />,
  columns: () => <ColumnsDialog />,
  'library-work': () => <WorkDialog />,
}

function OpenDialog() {
  const open = useDialog(state => state.open)
  return open && DIALOGS[open]()
}
