import { basename, join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import { fileNameOf } from '#main/services/export'
import type { Host } from '#main/services/host'
import { startUtilityReader } from './reader.ts'
import { systemVault } from './vault.ts'

const PROJECTS = [{ name: 'Assay project', extensions: ['assay'] }]

/** Electron asks with the dialogs of the system. */
export const electronHost: Host = {
  kind: 'electron',
  startReader: startUtilityReader,
  showPage: address => shell.openExternal(address),
  vault: systemVault,
  async chooseProject() {
    const { canceled, filePaths } = await dialog.showOpenDialog(parent(), {
      properties: ['openFile'],
      filters: PROJECTS,
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
  async chooseFolder() {
    const { canceled, filePaths } = await dialog.showOpenDialog(parent(), {
      properties: ['openDirectory', 'createDirectory'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
  async placeForProject(name) {
    return save({
      defaultPath: join(app.getPath('documents'), `${fileNameOf(name)}.assay`),
      filters: PROJECTS,
    })
  },
  async placeForExport(fileName) {
    const path = await save({ defaultPath: join(app.getPath('documents'), fileName) })
    return path === null ? null : { path, fileName: basename(path), offer: () => null }
  },
}

async function save(options: Electron.SaveDialogOptions): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(parent(), options)
  return canceled ? null : filePath
}

function parent(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new Error('a dialog was asked for and there is no window')
  return window
}
