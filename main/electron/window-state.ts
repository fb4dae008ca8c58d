import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'
import { reportFault } from '#main/services/outcome'

const State = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof State>

const SIZE = { width: 1280, height: 840 }

/** Where the window was last; undefined where that is not known, or on no screen any more. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    const state = existsSync(path) ? State.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
    return state && isOnScreen(state) ? state : undefined
  } catch {
    return undefined
  }
}

/** The options of a window that opens where it was. */
export const placeOf = (state: WindowState | undefined): Partial<Rectangle> =>
  state ? { x: state.x, y: state.y, width: state.width, height: state.height } : SIZE

/** Remembers where a window is when it closes; a disk that does not take that does not keep it open. */
export function rememberWindowState(window: BrowserWindow, path: string): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, JSON.stringify(state))
    } catch (error) {
      reportFault(error)
    }
  })
}

/** True where enough of it can be seen to take hold of it. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return across >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 50
  })
}
