/**
 * `npm run dev`: the application with a renderer that reloads as it is edited; in Electron where its program is
 * here (main reloads too), else in a browser.
 */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { InlineConfig } from 'vite'
import { electronBinary } from '#main/browser/electron-binary'
import { hasDisplay } from '#main/browser/open-window'
import { type Middleware, startBrowserHost } from '#main/browser/server'
import { showWindow, untilStopped } from '#main/browser/window'
import { dataFolder } from '#main/services/folders'
import { firstProject } from '#main/services/sample'

const CHECKOUT = join(import.meta.dirname, '..')

if (hasDisplay() && electronBinary()) {
  spawn('electron-vite', ['dev', '--watch'], {
    cwd: CHECKOUT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
} else {
  const { createServer } = await import('vite')
  const react = (await import('@vitejs/plugin-react')).default
  const config: InlineConfig = {
    configFile: false,
    root: join(CHECKOUT, 'renderer'),
    plugins: [react()],
    server: { middlewareMode: true, hmr: { host: '127.0.0.1' } },
  }
  const vite = await createServer(config)
  const middleware: Middleware = (request, response) =>
    new Promise(answered => {
      response.once('close', () => answered(true))
      vite.middlewares(request, response, () => answered(false))
    })
  const folder = dataFolder()
  const host = await startBrowserHost({ folder, middleware })
  await host.application.open(
    process.argv[2] ? resolve(process.argv[2]) : await firstProject(host.application),
  )
  console.log(host.url)
  await untilStopped(showWindow(host.url, folder))
  await vite.close()
  await host.close()
}
