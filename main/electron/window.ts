import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { START_PAGE } from './pages.ts'
import { placeOf, readWindowState, rememberWindowState } from './window-state.ts'

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
  rememberWindowState(window, path)
  void window.loadURL(
    process.env.ELECTRON_RENDERER_URL ? `${process.env.ELECTRON_RENDERER_URL}/` : START_PAGE,
  )
  return window
}
