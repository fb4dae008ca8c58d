import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Browsers of the Chromium family, as they are called or where they are installed. */
const BROWSERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap(variable => {
    const folder = process.env[variable]
    return folder
      ? [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : []
  }),
  linux: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'brave-browser',
  ],
}

/** A browser of the Chromium family on this computer; CHROME_PATH names one. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH
  if (named && existsSync(named)) return named
  return BROWSERS[process.platform]?.map(located).find(path => path !== undefined)
}

/** True where a window can be shown. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/**
 * Opens a window of its own for an address, in a profile of its own, so that it ends with its process.
 *
 * @returns undefined where there is no browser that can
 */
export function openWindow(url: string, profile: string): ChildProcess | undefined {
  const browser = findBrowser()
  if (!browser) return undefined
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const quiet = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
  ]
  return spawn(browser, [`--app=${url}`, `--user-data-dir=${profile}`, ...quiet, ...asRoot], {
    stdio: 'ignore',
  })
}

function located(browser: string): string | undefined {
  if (browser.includes('/') || browser.includes('\\')) return existsSync(browser) ? browser : undefined
  const found = spawnSync('which', [browser], { encoding: 'utf8' }).stdout?.trim()
  return found || undefined
}
