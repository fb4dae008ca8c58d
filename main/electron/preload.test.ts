import { beforeAll, expect, test } from 'vitest'
import type { Door } from '#app/contract'
import { CALL, EVENT } from './channels.ts'
import { contextBridge, ipcMain, ipcRenderer } from './test/electron-double.ts'

beforeAll(() => import('./preload.ts'))

// What the preload gives is a Door; the double keeps it as it came.
const door = () => contextBridge.exposed.assay as Door

test('a page gets two functions, under one name', () => {
  expect(Object.keys(contextBridge.exposed)).toEqual(['assay'])
  expect(Object.keys(door()).sort()).toEqual(['call', 'listen'])
})

test('a call goes to main by its name, and its answer comes back', async () => {
  ipcMain.handle(CALL, (_, name, input) => ({ ok: true, value: { name, input } }))
  expect(await door().call('session.rename', { name: 'Anna' })).toEqual({
    ok: true,
    value: { name: 'session.rename', input: { name: 'Anna' } },
  })
})

test('bytes arrive as bytes', async () => {
  let arrived: unknown
  ipcMain.handle(CALL, (_, _name, input) => {
    arrived = input
  })
  const bytes = new Uint8Array([1, 2, 3])
  await ipcRenderer.invoke(CALL, 'article.import', { bytes })
  expect(arrived).toEqual({ bytes })
})

test('a listener hears events, without the means to answer, until it stops', () => {
  const heard: unknown[][] = []
  const stop = door().listen((...words: unknown[]) => heard.push(words))
  const event = { name: 'command', payload: { command: 'undo' } }
  ipcRenderer.emit(EVENT, { sender: ipcRenderer }, event)
  stop()
  ipcRenderer.emit(EVENT, { sender: ipcRenderer }, event)
  expect(heard).toEqual([[event]])
})
