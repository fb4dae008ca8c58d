import { basename, join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import { fileNameOf } from '#main/services/export'
import type { Host } from '#main/services/host'
import { startUtilityReader } from './reader.ts'
import { systemVault } from './vault.ts'
import { word } from './words.ts'

const projects = () => [{ name: word('project-files'), extensions: ['assay'] }]

/** Electron asks with the dialogs of the system. */
export const electronHost: Host = {
  kind: 'electron',
  startReader: startUtilityReader,
  showPage: address => shell.openExternal(address),
  vault: systemVault,
  async chooseProject() {
    const { canceled, filePaths } = await dialog.showOpenDialog(parent(), {
      title: withoutDots(word('open-project')),
      properties: ['openFile'],
      filters: projects(),
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
  async chooseFolder() {
    const { canceled, filePaths } = await dialog.showOpenDialog(parent(), {
      title: word('choose-folder'),
      properties: ['openDirectory', 'createDirectory'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
  async placeForProject(name) {
    return save({
      title: word('place-for-project'),
      defaultPath: join(app.getPath('documents'), `${fileNameOf(name)}.assay`),
      filters: projects(),
    })
  },
  async placeForExport(fileName) {
    const path = await save({
      title: word('place-for-export'),
      defaultPath: join(app.getPath('documents'), fileName),
    })
    return path === null ? null : { path, fileName: basename(path), offer: () => null }
  },
}

/** A name of the menu as a title. */
const withoutDots = (name: string): string => name.replace(/\s*…$/, '')

async function save(options: Electron.SaveDialogOptions): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(parent(), options)
  return canceled ? null : filePath
}

function parent(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new Error('a dialog was asked for and there is no window')
  return window
}
