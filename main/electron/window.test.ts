import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '#main/test/projects'
import { BrowserWindow, dialog, Happening, screen } from './test/electron-double.ts'
import { openMainWindow } from './window.ts'

const SCREEN = screen.displays

afterEach(() => {
  for (const window of BrowserWindow.getAllWindows()) window.close()
  screen.displays = SCREEN
})

function opened(folder = temporaryFolder()): BrowserWindow {
  // The module `electron` is the double here, so its windows are the double's.
  return openMainWindow(folder) as unknown as BrowserWindow
}

test('the window keeps its page apart from Node and from the disk', () => {
  const { preload, ...preferences } = opened().options.webPreferences ?? {}
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
  })
  expect(preload).toSatisfy((path: string) => isAbsolute(path) && path.endsWith('preload.cjs'))
})

test('the window shows the start page, and itself once there is something to see', () => {
  const window = opened()
  expect(window.url).toBe('assay://app/index.html')
  expect(window.options.show).toBe(false)
  expect(window.shown).toBe(0)
  window.emit('ready-to-show')
  expect(window.shown).toBe(1)
})

test('the icon of the window, where it has one of its own, is there', () => {
  const { icon } = opened().options
  expect(icon === undefined ? 'of the program' : existsSync(icon)).toBe(
    process.platform === 'linux' ? true : 'of the program',
  )
})

test('the title of the page does not replace the name of the project', () => {
  const happening = new Happening()
  opened().emit('page-title-updated', happening)
  expect(happening.defaultPrevented).toBe(true)
})

test('a page that something would be lost with goes only where the person says so', () => {
  const window = opened()
  const goes = (choice: string | undefined): boolean => {
    dialog.choice = choice
    const leaving = new Happening()
    window.webContents.emit('will-prevent-unload', leaving)
    return leaving.defaultPrevented
  }
  // The system's sign for closing a dialog is its first button.
  expect([goes(undefined), goes('Stay'), goes('Leave All the Same')]).toEqual([false, false, true])
})

test('the window opens where it was closed', () => {
  const folder = temporaryFolder()
  const window = opened(folder)
  window.bounds = { x: 40, y: 60, width: 1000, height: 700 }
  window.close()
  expect(opened(folder).options).toMatchObject({ x: 40, y: 60, width: 1000, height: 700 })
})

test('a window that filled the screen does so again', () => {
  const folder = temporaryFolder()
  const window = opened(folder)
  window.maximize()
  window.close()
  expect(opened(folder).maximized).toBe(true)
})

test('a place on a screen that is gone is not taken', () => {
  const folder = temporaryFolder()
  screen.displays = [...SCREEN, { workArea: { x: 1920, y: 0, width: 1920, height: 1080 } }]
  const window = opened(folder)
  window.bounds = { x: 2400, y: 100, width: 1000, height: 700 }
  window.close()
  expect(opened(folder).options).toMatchObject({ x: 2400 })
  for (const one of BrowserWindow.getAllWindows()) one.close()
  screen.displays = SCREEN
  const { x, width, height } = opened(folder).options
  expect({ x, width, height }).toEqual({ x: undefined, width: 1280, height: 840 })
})

test.each(['', '{', '{"x":0}', '{"x":0,"y":0,"width":10,"height":10,"maximized":false}', 'null'])(
  'a note of the place that says nothing is not heeded: %s',
  note => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'window.json'), note)
    expect(opened(folder).options).toMatchObject({ width: 1280, height: 840 })
  },
)

test('a window closes even where its place cannot be noted', () => {
  const fault = vi.spyOn(console, 'error').mockImplementation(() => {})
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'window.json'))
  const window = opened(folder)
  expect(() => window.close()).not.toThrow()
  expect(fault).toHaveBeenCalledOnce()
  fault.mockRestore()
})

test('the note of the place is of the window as it is when it does not fill the screen', () => {
  const folder = temporaryFolder()
  const window = opened(folder)
  window.bounds = { x: 1, y: 2, width: 900, height: 600 }
  window.maximize()
  window.close()
  expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({
    x: 1,
    y: 2,
    width: 900,
    height: 600,
    maximized: true,
  })
})

test('a page whose process is gone is shown again, but not without an end', () => {
  const { webContents } = opened()
  webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
  expect(webContents.reloaded).toBe(0)
  webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(webContents.reloaded).toBe(1)
  for (let time = 0; time < 5; time++) webContents.emit('render-process-gone', {}, { reason: 'oom' })
  expect(webContents.reloaded).toBe(3)
})
