import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Command, RecentProject } from '#app/contract'
import { type WordId, word } from './words.ts'

export interface MenuActions {
  command(command: Command): void
  open(path: string): void
}

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** The native menu. Undo and redo are the application's own; in a field the system's keys still edit. */
export function setMenu(recent: readonly RecentProject[], actions: MenuActions): void {
  const item = (name: WordId, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label: word(name),
    click: () => actions.command(command),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [applicationMenu()] : []),
    {
      label: word('file'),
      submenu: [
        item('new-project', 'new-project'),
        item('open-project', 'open-project'),
        {
          label: word('recent-projects'),
          enabled: recent.length > 0,
          submenu: recent.map(({ path, name }) => ({
            label: name.replaceAll('&', '&&'),
            click: () => actions.open(path),
          })),
        },
        { type: 'separator' },
        item('import-files', 'import-files'),
        item('merge-files', 'merge-files'),
        item('paste-article', 'paste-article'),
        item('export', 'export'),
        { type: 'separator' },
        item('lock', 'lock', 'CmdOrCtrl+Shift+K'),
        { type: 'separator' },
        item('settings', 'settings', 'CmdOrCtrl+,'),
        process.platform === 'darwin' ? native('close', 'close') : native('quit', 'quit'),
      ],
    },
    {
      label: word('edit'),
      submenu: [
        item('undo', 'undo', 'CmdOrCtrl+Z'),
        item('redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        native('cut', 'cut'),
        native('copy', 'copy'),
        native('paste', 'paste'),
        native('select-all', 'selectAll'),
      ],
    },
    {
      label: word('view'),
      submenu: [
        // The usual keys are those of the article's text size; these are for the whole window.
        native('reset-zoom', 'resetZoom', 'CmdOrCtrl+Alt+0'),
        native('zoom-in', 'zoomIn', 'CmdOrCtrl+Alt+='),
        native('zoom-out', 'zoomOut', 'CmdOrCtrl+Alt+-'),
        { type: 'separator' },
        native('full-screen', 'togglefullscreen'),
        ...(app.isPackaged ? [] : [native('developer-tools', 'toggleDevTools')]),
      ],
    },
    { label: word('help'), submenu: [item('keys', 'show-keys'), item('about', 'about')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** What the system does, under a name in the person's language: its own would be in English. */
const native = (name: WordId, role: Role, accelerator?: string): MenuItemConstructorOptions => ({
  label: word(name),
  role,
  ...(accelerator ? { accelerator } : {}),
})

/** The first menu of macOS. */
const applicationMenu = (): MenuItemConstructorOptions => ({
  label: app.name,
  submenu: [
    native('about', 'about'),
    { type: 'separator' },
    native('services', 'services'),
    { type: 'separator' },
    native('hide', 'hide'),
    native('hide-others', 'hideOthers'),
    native('show-all', 'unhide'),
    { type: 'separator' },
    native('quit', 'quit'),
  ],
})
