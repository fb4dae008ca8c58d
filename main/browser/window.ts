import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { hasDisplay, openWindow } from './open-window.ts'

/** Shows an address in a window where there is a display and a browser; else says that a person has to. */
export function showWindow(url: string, folder: string): ChildProcess | undefined {
  const window = hasDisplay() ? openWindow(url, join(folder, 'browser')) : undefined
  if (!window) console.log('Open this address in a browser on this computer. Ctrl+C ends Assay.')
  return window
}

/** Until the window is closed, or the process is asked to end. */
export async function untilStopped(window?: ChildProcess): Promise<void> {
  const asked = ['SIGINT', 'SIGTERM', 'SIGHUP'].map(signal => once(process, signal))
  await Promise.race(window ? [...asked, once(window, 'exit')] : asked)
  window?.kill()
}
