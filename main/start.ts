/**
 * `npm start`: Electron where its binary is here or can be fetched, else the same application in a browser
 * window, else its address.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { hasDisplay } from '#main/browser/open-window'
import { startBrowserHost } from '#main/browser/server'
import { showWindow, untilStopped } from '#main/browser/window'
import { dataFolder } from '#main/services/folders'
import { firstProject } from '#main/services/sample'

/** Milliseconds that fetching the binary may take. */
const FETCHING = 10 * 60_000

const project = process.argv[2]
const electron = hasDisplay() ? electronBinary() : undefined
if (electron) {
  const checkout = join(import.meta.dirname, '..')
  const child = spawn(electron, [checkout, ...process.argv.slice(2)], { stdio: 'inherit' })
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
  await host.application.open(project ? resolve(project) : await firstProject(host.application))
  console.log(host.url)
  await untilStopped(showWindow(host.url, folder))
  await host.close()
}

/** The path of Electron's program, fetched where it is missing; undefined where it cannot be. */
function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const installed = (): string | undefined => {
    const named = join(folder, 'path.txt')
    if (!existsSync(named)) return undefined
    const path = join(folder, 'dist', readFileSync(named, 'utf8').trim())
    return existsSync(path) ? path : undefined
  }
  if (!installed()) {
    console.log('Fetching Electron, once …')
    spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: FETCHING })
  }
  return installed()
}
