import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test, vi } from 'vitest'
import type { Door } from '#app/contract'
import { openProject as reopen } from '#main/store/open'
import { project, temporaryFolder } from '#main/test/projects'
import { EVENT } from './channels.ts'
import { quit, start } from './test/start.ts'

/** What comes when a project has been closed and another opened. */
const SOON = { timeout: 20_000 }

type Started = Awaited<ReturnType<typeof start>>

/** The one window that is open. */
function windowOf({ BrowserWindow }: Started) {
  const [window, ...more] = BrowserWindow.getAllWindows()
  if (!window || more.length > 0) throw new Error('there is not exactly one window')
  return window
}

/** The file name of the project that is open, as a page learns it; undefined where there is none. */
async function openProject(started: Started): Promise<string | undefined> {
  await import('./preload.ts')
  // What the preload gives is a Door; the double keeps it as it came.
  const state = await (started.contextBridge.exposed.assay as Door).call('session.state', {})
  return state.ok ? state.value.project?.fileName : undefined
}

/** The path of a project that nobody has open. */
function closedProject(name: string): string {
  const path = join(temporaryFolder(), `${name}.assay`)
  project({ path }).close()
  return path
}

test('a first start opens the sample project in a window, and its page can read it', async () => {
  const started = await start()
  expect(windowOf(started).title).toBe('Sample – Assay')
  expect(await openProject(started)).toBe('Sample.assay')
  expect(started.dialog.errors).toEqual([])
})

test('what Electron keeps, and the lock, is of the data folder', async () => {
  const started = await start()
  expect(started.app.paths.userData).toBe(started.folder)
})

test('a project named on the command line is opened instead, and no sample is made', async () => {
  const started = await start({ words: [closedProject('Named')] })
  expect(await openProject(started)).toBe('Named.assay')
  expect(readdirSync(started.folder)).not.toContain('projects')
})

test('a project that the system asks for before all is ready is opened first', async () => {
  const path = closedProject('Early')
  const started = await start({ before: ({ app }) => app.emit('open-file', { preventDefault() {} }, path) })
  expect(await openProject(started)).toBe('Early.assay')
})

test('a project that the system asks for while the sample is made is the one that stays', async () => {
  const path = closedProject('Meanwhile')
  const started = await start({
    before: ({ app }) => {
      app.becomeReady()
      setTimeout(() => app.emit('open-file', { preventDefault() {} }, path), 20)
    },
  })
  await expect.poll(() => openProject(started), SOON).toBe('Meanwhile.assay')
})

test('of projects asked for at once the last one stays, and the others are let go', async () => {
  const paths = ['One', 'Two', 'Three'].map(closedProject)
  const started = await start()
  for (const path of [...paths, ...paths.slice(-1)]) {
    started.app.emit('open-file', { preventDefault() {} }, path)
  }
  await expect.poll(() => openProject(started), SOON).toBe('Three.assay')
  await quit(started)
  expect(started.dialog.errors).toEqual([])
  for (const path of paths) expect(() => reopen(path).close()).not.toThrow()
})

test.each(['lock-screen', 'suspend'])(
  'at “%s” the window is asked to lock a protected project, and no other',
  async sign => {
    const path = closedProject('Protected')
    const started = await start({ words: [path] })
    const asked = () =>
      windowOf(started).webContents.sent.filter(({ message }) =>
        isDeepStrictEqual(message, { name: 'command', payload: { command: 'lock' } }),
      ).length
    started.powerMonitor.emit(sign)
    expect(asked()).toBe(0)
    await import('./preload.ts')
    // What the preload gives is a Door; the double keeps it as it came.
    const door = started.contextBridge.exposed.assay as Door
    await door.call('project.protect', {
      passphrase: null,
      next: 'four words nobody joins',
      job: crypto.randomUUID(),
    })
    started.powerMonitor.emit(sign)
    expect(asked()).toBe(1)
  },
)

test('a second start brings the window forward, and opens the project that it was given', async () => {
  const path = closedProject('Second')
  const started = await start()
  const window = windowOf(started)
  window.minimized = true
  started.app.emit('second-instance', {}, ['assay', 'Second.assay'], dirname(path))
  await expect.poll(() => openProject(started), SOON).toBe('Second.assay')
  expect(window).toMatchObject({ minimized: false, shown: 1, focused: 1 })
  expect(started.BrowserWindow.getAllWindows()).toEqual([window])
})

test('a second start without a project only brings the window forward', async () => {
  const started = await start()
  started.app.emit('second-instance', {}, ['assay'], '/')
  expect(windowOf(started).focused).toBe(1)
  expect(await openProject(started)).toBe('Sample.assay')
})

/** What the window is handed, as its page asks for it. */
async function handed(started: Started) {
  await import('./preload.ts')
  // What the preload gives is a Door; the double keeps it as it came.
  const files = await (started.contextBridge.exposed.assay as Door).call('exchange.handed', {})
  return files.ok ? files.value : undefined
}

test('a file of a colleague’s work is handed to the window, once, and the project stays open', async () => {
  const path = join(temporaryFolder(), 'Team.assay.jsonl')
  writeFileSync(path, 'one line\n')
  const started = await start()
  started.app.emit('second-instance', {}, ['assay', 'Team.assay.jsonl'], dirname(path))
  const told = () => windowOf(started).webContents.sent.map(({ message }) => message)
  await expect.poll(told, SOON).toContainEqual({ name: 'command', payload: { command: 'merge-files' } })
  expect(await handed(started)).toMatchObject([{ name: 'Team.assay.jsonl', bytes: 9 }])
  expect(await handed(started)).toEqual([])
  expect(await openProject(started)).toBe('Sample.assay')
})

test('opened first of all, it waits for the window, beside the usual project', async () => {
  const path = join(temporaryFolder(), 'Team.assay.jsonl')
  writeFileSync(path, 'one line\n')
  const started = await start({ words: [path] })
  await expect.poll(() => openProject(started), SOON).toBe('Sample.assay')
  expect(await handed(started)).toHaveLength(1)
})

test('a file that is not there is told in a dialog', async () => {
  const started = await start()
  started.app.emit('second-instance', {}, ['assay', 'Gone.assay.jsonl'], temporaryFolder())
  await expect.poll(() => started.dialog.errors, SOON).toMatchObject([{ title: 'The file cannot be merged' }])
})

test('where Assay runs already, this one ends without touching anything', async () => {
  const folder = join(temporaryFolder(), 'data')
  const started = await start({ folder, locked: true })
  expect(started.app.hasQuit).toBe(true)
  expect(started.BrowserWindow.getAllWindows()).toEqual([])
  expect(() => readdirSync(folder)).toThrow('ENOENT')
})

test('a project that cannot be opened is told in a dialog, and the window opens without one', async () => {
  const path = join(temporaryFolder(), 'Broken.assay')
  writeFileSync(path, 'no database')
  const started = await start({ words: [path] })
  expect(started.dialog.errors).toMatchObject([{ title: 'The project cannot be opened' }])
  expect(started.dialog.errors[0]?.message).not.toMatch(/internal|at .+:\d+/)
  await expect.poll(() => started.BrowserWindow.getAllWindows().length).toBe(1)
  expect(windowOf(started).title).toBe('Assay')
  expect(await openProject(started)).toBeUndefined()
})

test('what cannot be opened is told in the language of the system until the person chooses one', async () => {
  const path = join(temporaryFolder(), 'Broken.assay')
  writeFileSync(path, 'no database')
  const started = await start({
    words: [path],
    before: ({ app }) => {
      app.languages = ['fr-FR']
    },
  })
  expect(started.dialog.errors).toMatchObject([
    { title: 'Le projet ne peut pas être ouvert', message: expect.stringMatching(/n’est pas|projet/) },
  ])
})

test('the menu follows the language that the person chooses', async () => {
  const started = await start()
  const names = () => started.Menu.shown.map(({ label }) => label)
  expect(names()).toEqual(['&File', '&Edit', '&View', '&Help'])
  await import('./preload.ts')
  // What the preload gives is a Door; the double keeps it as it came.
  await (started.contextBridge.exposed.assay as Door).call('preferences.change', { language: 'uk' })
  await expect.poll(names, SOON).toEqual(['&Файл', '&Редагування', '&Вигляд', '&Довідка'])
  await quit(started)
  const again = await start({ folder: started.folder })
  expect(again.Menu.shown[0]?.label).toBe('&Файл')
})

test('a start that fails is told in a dialog, and ends', async () => {
  const fault = vi.spyOn(console, 'error').mockImplementation(() => {})
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'projects'), 'no folder')
  const started = await start({ folder })
  expect(started.dialog.errors).toMatchObject([{ title: 'Assay cannot start' }])
  await expect.poll(() => started.app.hasQuit, SOON).toBe(true)
  fault.mockRestore()
})

test('the menu of the system reaches the page as an event', async () => {
  const started = await start()
  const items = started.Menu.shown.flatMap(menu => menu.submenu ?? [])
  items.find(item => item.label === 'Export …')?.click?.()
  expect(windowOf(started).webContents.sent.at(-1)).toEqual({
    channel: EVENT,
    message: { name: 'command', payload: { command: 'export' } },
  })
})

test('a project opened from the recent ones is told to the page, to the title and to the menu', async () => {
  const other = closedProject('Other')
  const started = await start({ words: [closedProject('Recent')] })
  started.app.emit('open-file', { preventDefault() {} }, other)
  const recent = () =>
    started.Menu.shown
      .flatMap(menu => menu.submenu ?? [])
      .find(item => item.label === 'Recent Projects')
      ?.submenu?.map(item => item.label)
  await expect.poll(recent, SOON).toEqual(['Other', 'Recent'])
  expect(windowOf(started).webContents.sent).toContainEqual(
    expect.objectContaining({
      message: expect.objectContaining({
        name: 'session',
        payload: expect.objectContaining({ project: expect.objectContaining({ fileName: 'Other.assay' }) }),
      }),
    }),
  )
})

test('once there is a page, it is asked to open what the system asks for, and saves before what is not saved', async () => {
  const other = closedProject('Other')
  const started = await start()
  const { webContents } = windowOf(started)
  webContents.loading = false
  started.app.emit('open-file', { preventDefault() {} }, other)
  expect(webContents.sent.at(-1)).toEqual({
    channel: EVENT,
    message: { name: 'command', payload: { command: 'open-project', path: other } },
  })
  expect(await openProject(started)).toBe('Sample.assay')
})

test('when the window is closed the project is let go, and can be opened again', async () => {
  const started = await start()
  windowOf(started).close()
  await expect.poll(() => started.app.hasQuit, SOON).toBe(true)
  expect(readdirSync(join(started.folder, 'projects')).filter(name => name.includes('-wal'))).toEqual([])
  const again = await start({ folder: started.folder })
  expect(await openProject(again)).toBe('Sample.assay')
})

test('asked twice to quit, Assay still lets the project go first', async () => {
  const path = closedProject('Held')
  const started = await start({ words: [path] })
  started.app.quit()
  started.app.quit()
  expect(started.app.hasQuit).toBe(false)
  await expect.poll(() => started.app.hasQuit, SOON).toBe(true)
  expect(() => reopen(path).close()).not.toThrow()
})

test('what happens after the window is gone troubles nobody', async () => {
  const started = await start()
  windowOf(started).close()
  const items = started.Menu.shown.flatMap(menu => menu.submenu ?? [])
  expect(() => items.find(item => item.label === 'Export …')?.click?.()).not.toThrow()
  expect(() => started.app.emit('second-instance', {}, ['assay'], '/')).not.toThrow()
  await quit(started)
})
