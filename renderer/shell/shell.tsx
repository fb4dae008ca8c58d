import './shell.css'
import { lazy, Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Session } from '#app/contract'
import { listenToKeys } from '../commands/listen.ts'
import { DescribeDialog } from '../library/describe-dialog.tsx'
import {
  AssignDialog,
  BulkDialog,
  CollectDialog,
  CollectionDialog,
  ColumnsDialog,
} from '../library/library-dialogs.tsx'
import { locale, say } from '../messages/messages.ts'
import { LockingView, LockView } from '../protection/lock-view.tsx'
import { watchPresence } from '../protection/presence.ts'
import { useProtection } from '../protection/protection-store.ts'
import { UnlockDialog } from '../protection/unlock-dialog.tsx'
import { EqualDialog } from '../reader/equal-dialog.tsx'
import { FlaggedDialog } from '../reader/flagged-dialog.tsx'
import { GoToDialog } from '../reader/go-to-dialog.tsx'
import { MovedDialog } from '../recovery/moved-dialog.tsx'
import { useBackupNotice } from '../recovery/use-backup-warning.ts'
import { TagHitsDialog } from '../search/tag-hits-dialog.tsx'
import { usePreferences } from '../settings/preferences-store.ts'
import { SettingsDialog } from '../settings/settings-dialog.tsx'
import { followFolder } from '../team/folder-store.ts'
import { usePlaceWarning } from '../team/use-place-warning.ts'
import { DropTarget } from '../transfer/drop-target.tsx'
import { ExportDialog } from '../transfer/export-dialog.tsx'
import { ImportDialog } from '../transfer/import-dialog.tsx'
import { PasteDialog } from '../transfer/paste-dialog.tsx'
import { Announcer } from '../ui/announcer-view.tsx'
import { Message } from '../ui/message.tsx'
import { AboutDialog } from './about-dialog.tsx'
import { Bar } from './bar.tsx'
import { type DialogName, useDialog } from './dialog-store.ts'
import { listenToHost } from './host-commands.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Notices } from './notices-view.tsx'
import { Palette } from './palette.tsx'
import { ProjectsDialog } from './projects-dialog.tsx'
import { SaveState } from './save-state.tsx'
import { useSession } from './session-store.ts'
import { Timer } from './timer-view.tsx'
import { TourDialog } from './tour-dialog.tsx'
import { useFirstTour } from './use-first-tour.ts'
import { useWindowTitle } from './use-window-title.ts'
import { useView } from './view-store.ts'
import { VIEWS } from './views.ts'
import { runWorkTime } from './work-timer.ts'

/** The window: a bar, the library, the reader and the inspector, and at most one dialog. */
export function Shell() {
  useEffect(listenToKeys, [])
  useEffect(listenToHost, [])
  useEffect(followFolder, [])
  useEffect(watchPresence, [])
  const session = useSession(state => state.session)
  const failure = useSession(state => state.failure)
  const locking = useProtection(state => state.locking)
  useEffect(runWorkTime, [])
  usePreferences(({ language }) => language)
  useWindowTitle(session)
  useFirstTour(session)
  usePlaceWarning()
  useBackupNotice()
  if (failure) return <Message title={say('shell.could-not-start')}>{failure.message}</Message>
  if (!session) return <Message title={say('shell.opening')} />
  return (
    <I18nProvider locale={locale()}>
      <div className="shell" key={locale()}>
        {locking ? <LockingView /> : <Unlocked session={session} />}
        <Announcer />
      </div>
    </I18nProvider>
  )
}

/** The window of a project that is not locked; else what opens it, and nothing of what is behind that. */
function Unlocked({ session }: { readonly session: Session }) {
  const { project, locked } = session
  const open = useDialog(state => state.open)
  if (locked && !project)
    return (
      <>
        <LockView locked={locked} />
        <Notices />
        {open === 'projects' && <ProjectsDialog />}
      </>
    )
  return (
    <>
      <Head session={session} />
      {project ? <CurrentView /> : <NoProject session={session} />}
      <DropTarget />
      {locked ? <UnlockDialog locked={locked} /> : <OpenDialog />}
      <Notices />
    </>
  )
}

/** The bar; where there is nothing but the article, only what has to be known besides. */
function Head({ session }: { readonly session: Session }) {
  const focus = usePreferences(preferences => preferences.focus)
  const reading = useView(({ view }) => view === 'read')
  if (!focus || !reading || !session.project) return <Bar session={session} />
  return (
    <header className="focus-state">
      <h1 className="hidden">{session.project.project.name}</h1>
      <Timer />
      <SaveState />
    </header>
  )
}

/** Where no project is open: what can be done for one that is damaged, else where others are opened. */
function NoProject({ session: { damaged } }: { readonly session: Session }) {
  return (
    <main>
      {damaged ? (
        <Suspense>
          <DamagedView damaged={damaged} />
        </Suspense>
      ) : (
        <Message title={say('shell.no-project')}>{say('shell.no-project-hint')}</Message>
      )}
    </main>
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

const BackupsDialog = lazy(() => import('../recovery/backups-dialog.tsx'))
const RecoveredDialog = lazy(() => import('../recovery/recovered-dialog.tsx'))
const DamagedView = lazy(() => import('../recovery/damaged-view.tsx'))
const CodebookDialog = lazy(() => import('../codebook/codebook-dialog.tsx'))
const MergeDialog = lazy(() => import('../team/merge-dialog.tsx'))
const ShareDialog = lazy(() => import('../team/share-dialog.tsx'))

const ProtectDialog = lazy(() => import('../protection/protect-dialog.tsx'))
const UnprotectDialog = lazy(async () => ({
  default: (await import('../protection/protect-dialog.tsx')).UnprotectDialog,
}))

const RuleDialog = lazy(() => import('../adjudication/rule-dialog.tsx'))
const FeedbackDialog = lazy(() => import('../adjudication/feedback-dialog.tsx'))

const DIALOGS: Record<DialogName, React.ComponentType> = {
  'go-to': GoToDialog,
  flagged: FlaggedDialog,
  equal: EqualDialog,
  paste: PasteDialog,
  import: ImportDialog,
  export: ExportDialog,
  keys: KeysDialog,
  projects: ProjectsDialog,
  describe: DescribeDialog,
  collect: CollectDialog,
  assign: AssignDialog,
  collection: CollectionDialog,
  columns: ColumnsDialog,
  'library-work': BulkDialog,
  settings: SettingsDialog,
  palette: Palette,
  about: AboutDialog,
  tour: TourDialog,
  'tag-hits': TagHitsDialog,
  moved: MovedDialog,
  recovered: RecoveredDialog,
  backups: BackupsDialog,
  codebook: CodebookDialog,
  merge: MergeDialog,
  share: ShareDialog,
  protect: ProtectDialog,
  unprotect: UnprotectDialog,
  'decide-by-rule': RuleDialog,
  feedback: FeedbackDialog,
}

function OpenDialog() {
  const open = useDialog(state => state.open)
  if (!open) return null
  const Shown = DIALOGS[open]
  return (
    <Suspense>
      <Shown />
    </Suspense>
  )
}
