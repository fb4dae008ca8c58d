import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { electronHost } from './host.ts'
import { BrowserWindow, dialog, shell } from './test/electron-double.ts'

new BrowserWindow({})

beforeEach(() => {
  dialog.asked.length = 0
  dialog.choice = undefined
})

test('a dialog that is dismissed comes to nothing', async () => {
  expect(await electronHost.chooseProject()).toBeNull()
  expect(await electronHost.chooseFolder()).toBeNull()
  expect(await electronHost.placeForProject('News')).toBeNull()
  expect(await electronHost.placeForExport('News.csv')).toBeNull()
  expect(dialog.asked).toHaveLength(4)
})

test('the project that a person chooses is the one to open', async () => {
  dialog.choice = '/here/News.assay'
  expect(await electronHost.chooseProject()).toBe('/here/News.assay')
  expect(dialog.asked).toMatchObject([{ properties: ['openFile'] }])
})

test('the folder that a person chooses is that of the team; a new one can be made', async () => {
  dialog.choice = '/here/Team'
  expect(await electronHost.chooseFolder()).toBe('/here/Team')
  expect(dialog.asked).toMatchObject([{ properties: ['openDirectory', 'createDirectory'] }])
})

test('a new project is offered a place among the documents, under a name that every disk takes', async () => {
  dialog.choice = '/here/News.assay'
  expect(await electronHost.placeForProject('News: 2026/27')).toBe('/here/News.assay')
  expect(dialog.asked[0]?.defaultPath).toBe(join('/documents', 'News 2026 27.assay'))
})

test('an export goes where the person says, under the name that they give it, and nothing is left to fetch', async () => {
  dialog.choice = join('/here', 'other.csv')
  const place = await electronHost.placeForExport('News.csv')
  expect(place).toMatchObject({ path: join('/here', 'other.csv'), fileName: 'other.csv' })
  expect(place?.offer()).toBeNull()
  expect(dialog.asked[0]?.defaultPath).toBe(join('/documents', 'News.csv'))
})

test('a page of the web is shown by the system’s browser, not by a window of Assay', async () => {
  await electronHost.showPage?.('https://assay.example/releases/latest')
  expect(shell.opened).toEqual(['https://assay.example/releases/latest'])
  expect(BrowserWindow.getAllWindows()).toHaveLength(1)
})
