import { shownChord } from '../commands/chord.ts'
import { commandList } from '../commands/command.ts'
import { say } from '../messages/messages.ts'
import { prefer, preferences } from '../settings/preferences-store.ts'
import { openDialog } from './dialog-store.ts'
import { notify } from './notices.ts'
import { knowsReleases, showReleases } from './releases.ts'
import { revertShown } from './steps.ts'
import { currentView, showView } from './view-store.ts'

const everywhere = { where: 'everywhere' } as const

/** Shows nothing but the article, and says how to come back; or all again. */
function toggleFocus(): void {
  const focus = !preferences().focus
  void prefer({ focus })
  const [key = 'F9'] = preferences().keys['shell.leave-focus'] ?? ['Escape']
  if (focus) notify(say('shell.focus-hint', { key: shownChord(key) }))
}

/** What concerns the whole window. */
export const shellCommands = commandList(
  { ...everywhere, id: 'shell.undo', name: 'shell.undo', keys: ['Mod+z'], run: () => revertShown('undo') },
  {
    ...everywhere,
    id: 'shell.redo',
    name: 'shell.redo',
    keys: ['Mod+Shift+z', 'Mod+y'],
    run: () => revertShown('redo'),
  },
  {
    ...everywhere,
    id: 'shell.read',
    name: 'shell.view-read',
    keys: ['Mod+1'],
    inFields: true,
    run: () => showView('read'),
  },
  {
    ...everywhere,
    id: 'shell.projects',
    name: 'shell.projects',
    keys: [],
    run: () => openDialog('projects'),
  },
  { ...everywhere, id: 'shell.you', name: 'shell.you', keys: [], run: () => openDialog('settings') },
  {
    ...everywhere,
    id: 'shell.palette',
    name: 'shell.find-all',
    keys: ['Mod+k'],
    inFields: true,
    run: () => openDialog('palette'),
  },
  {
    ...everywhere,
    id: 'shell.focus-mode',
    name: 'shell.focus-mode',
    keys: ['F9', 'Mod+Shift+Enter'],
    inFields: true,
    available: () => currentView() === 'read',
    run: toggleFocus,
  },
  {
    ...everywhere,
    id: 'shell.leave-focus',
    name: 'shell.leave-focus',
    keys: ['Escape'],
    available: () => preferences().focus && currentView() === 'read',
    run: () => void prefer({ focus: false }),
  },
  { ...everywhere, id: 'shell.keys', name: 'shell.keys', keys: ['?'], run: () => openDialog('keys') },
  { ...everywhere, id: 'shell.about', name: 'about.title', keys: [], run: () => openDialog('about') },
  {
    ...everywhere,
    id: 'shell.releases',
    name: 'about.releases',
    keys: [],
    available: knowsReleases,
    run: () => void showReleases(),
  },
  { ...everywhere, id: 'shell.tour', name: 'shell.tour', keys: [], run: () => openDialog('tour') },
)
