import { join } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import { resourcesFolder } from '#main/services/folders'
import { reportFault } from '#main/services/outcome'
import { developmentServer, START_PAGE } from './pages.ts'
import { placeOf, readWindowState, rememberWindowState } from './window-state.ts'
import { word } from './words.ts'

/** Opens the window, where it was last. */
export function openMainWindow(folder: string): BrowserWindow {
  const path = join(folder, 'window.json')
  const state = readWindowState(path)
  const window = new BrowserWindow({
    ...placeOf(state),
    minWidth: 760,
    minHeight: 480,
    show: false,
    title: 'Assay',
    // Windows and macOS take it from the program.
    ...(process.platform === 'linux' ? { icon: join(resourcesFolder(), 'icons', '256.png') } : {}),
    backgroundColor: '#fdfcf9',
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  if (state?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // Its title is the project's name, not the page's.
  window.on('page-title-updated', event => event.preventDefault())
  rememberWindowState(window, path)
  askBeforeItGoes(window)
  bringBack(window)
  const development = developmentServer()
  void window.loadURL(development ? `${development}/` : START_PAGE)
  return window
}

/** Where the page says that something would be lost with it, the person chooses whether it goes. */
function askBeforeItGoes(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', event => {
    const buttons = [word('stay'), word('leave')]
    const choice = { type: 'warning', message: word('unsaved'), buttons, defaultId: 0, cancelId: 0 } as const
    if (dialog.showMessageBoxSync(window, choice) === 1) event.preventDefault()
  })
}

/** Times that a page is shown again within a minute; one that breaks as soon as it is there stays away. */
const TRIES = 3

/** Shows the page again where its process is gone: it finds the sentence where the person was. */
function bringBack(window: BrowserWindow): void {
  let times: number[] = []
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    reportFault(new Error(`The process of the window is gone: ${reason}`))
    const now = Date.now()
    times = [...times.filter(time => now - time < 60_000), now]
    if (times.length <= TRIES) window.webContents.reload()
  })
}
