import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Milliseconds that fetching the program may take. */
const FETCHING = 10 * 60_000

/** The path of Electron's program in this checkout; undefined where it has not been fetched. */
export function electronBinary(): string | undefined {
  const folder = electronFolder()
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const path = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(path) ? path : undefined
}

/** Fetches Electron's program where it is missing. @returns its path; undefined where it cannot be had */
export function fetchElectron(): string | undefined {
  if (!electronBinary()) {
    console.log('Fetching Electron, once …')
    spawnSync(process.execPath, [join(electronFolder(), 'install.js')], {
      stdio: 'ignore',
      timeout: FETCHING,
    })
  }
  return electronBinary()
}

const electronFolder = (): string => dirname(createRequire(import.meta.url).resolve('electron/package.json'))
