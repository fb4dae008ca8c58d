/** Builds the application once, before the tests that need it built. */
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const CHECKOUT = join(import.meta.dirname, '..', '..', '..')

export default function build(): void {
  const folder = dirname(createRequire(import.meta.url).resolve('electron-vite/package.json'))
  const builder = join(folder, 'bin', 'electron-vite.js')
  execFileSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: CHECKOUT,
    // Vitest sets it to `test`, and Vite would take that over into the bundle.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
}
