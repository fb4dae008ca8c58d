/**
 * `npm start`: Electron where its program is here or can be fetched, else the same application in a browser
 * window, else its address.
 */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fetchElectron } from '#main/browser/electron-binary'
import { hasDisplay } from '#main/browser/open-window'
import { startBrowserHost } from '#main/browser/server'
import { showWindow, untilStopped } from '#main/browser/window'
import { dataFolder } from '#main/services/folders'
import { firstProject } from '#main/services/sample'

const project = process.argv[2]
const electron = hasDisplay() ? fetchElectron() : undefined
if (electron) {
  const child = spawn(electron, [join(import.meta.dirname, '..'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  child.once('exit', code => {
    process.exitCode = code ?? 0
  })
} else {
  console.log(
    hasDisplay()
      ? 'Electron’s program is not here and could not be fetched: Assay opens in a browser window instead.'
      : 'There is no display: Assay serves on this computer instead.',
  )
  const folder = dataFolder()
  const host = await startBrowserHost({ folder })
  await host.application.openOrTell(project ? resolve(project) : await firstProject(host.application))
  console.log(host.url)
  await untilStopped(showWindow(host.url, folder))
  await host.close()
}
