import { expect, test } from 'vitest'
import { Command } from '#app/contract'
import { setMenu } from './menu.ts'
import { app, Menu, type MenuItem } from './test/electron-double.ts'

function shown(recent: Parameters<typeof setMenu>[0] = []) {
  const done: string[] = []
  setMenu(recent, { command: command => done.push(command), open: path => done.push(path) })
  return { done, items: Menu.shown.flatMap(all) }
}

const all = (item: MenuItem): MenuItem[] => [item, ...(item.submenu ?? []).flatMap(all)]

test('every command that the renderer knows is in the menu, once', () => {
  const { done, items } = shown()
  for (const item of items) item.click?.()
  expect(done.sort()).toEqual([...Command.options].sort())
})

test('undo and redo are Assay’s own; their keys are shown, and left to the page', () => {
  const { items } = shown()
  expect(items.filter(({ role }) => role === 'undo' || role === 'redo')).toEqual([])
  for (const label of ['Undo', 'Redo']) {
    expect(items.find(item => item.label === label)).toMatchObject({
      accelerator: expect.stringContaining('Z'),
      registerAccelerator: false,
    })
  }
})

test('every item of the menu has a name of ours: the system would say its own in English', () => {
  const { items } = shown()
  for (const { type, label } of items) if (type !== 'separator') expect(label).toMatch(/\p{L}/u)
})

test('recent projects open by their names, whatever these contain', () => {
  const { done, items } = shown([{ path: '/p/R&D.assay', name: 'R&D', isProtected: false }])
  items.find(item => item.label === 'R&&D')?.click?.()
  expect(done).toEqual(['/p/R&D.assay'])
})

test('without recent projects their menu is dim', () => {
  expect(shown().items.find(item => item.label === 'Recent Projects')?.enabled).toBe(false)
})

test('the tools of developers are not in the packed application', () => {
  const tools = () => shown().items.some(item => item.role === 'toggleDevTools')
  expect(tools()).toBe(true)
  app.isPackaged = true
  expect(tools()).toBe(false)
  app.isPackaged = false
})

test('the keys of the article’s text size are left to the page; the zoom of the window has others', () => {
  const zoom = shown().items.filter(({ role }) => /zoom/i.test(role ?? ''))
  expect(zoom.map(({ accelerator }) => accelerator)).toEqual([
    'CmdOrCtrl+Alt+0',
    'CmdOrCtrl+Alt+=',
    'CmdOrCtrl+Alt+-',
  ])
})
