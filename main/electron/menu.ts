import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Command, RecentProject } from '#app/contract'

export interface MenuActions {
  command(command: Command): void
  open(path: string): void
}

/** The native menu. Undo and redo are the application's own; in a field the system's keys still edit. */
export function setMenu(recent: readonly RecentProject[], actions: MenuActions): void {
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.command(command),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New Project …', 'new-project'),
        item('Open Project …', 'open-project'),
        {
          label: 'Recent Projects',
          enabled: recent.length > 0,
          submenu: recent.map(({ path, name }) => ({
            label: name.replaceAll('&', '&&'),
            click: () => actions.open(path),
          })),
        },
        { type: 'separator' },
        item('Import Files …', 'import-files'),
        item('Paste an Article …', 'paste-article'),
        item('Export …', 'export'),
        { type: 'separator' },
        item('Settings …', 'settings', 'CmdOrCtrl+,'),
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        // The usual keys are those of the article's text size; these are for the whole window.
        { role: 'resetZoom', accelerator: 'CmdOrCtrl+Alt+0' },
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+Alt+=' },
        { role: 'zoomOut', accelerator: 'CmdOrCtrl+Alt+-' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { label: '&Help', submenu: [item('Keys', 'show-keys'), item('About Assay', 'about')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
