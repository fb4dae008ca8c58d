/**
 * The browser in which the journeys run: one that is on this computer, else one that is installed now. Run by
 * itself (`node e2e/harness/browsers.ts`) it says which one, or in one line why there is none.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '#main/browser/open-window'

const CHECKOUT = join(import.meta.dirname, '..', '..')

/** Milliseconds that an installation may take. */
const INSTALLING = 10 * 60_000

/** This computer, as far as finding a browser goes. Tests give another one. */
export interface Computer {
  /** The browser that CHROME_PATH names; undefined where it names none. */
  readonly named: string | undefined
  exists(path: string): boolean
  /** Where Playwright's own Chromium is, or would be. */
  readonly playwright: string
  /** Chrome, Edge, Debian's `chromium` or another of the family. */
  findInstalled(): string | undefined
  /** True where packages of Debian may be installed: by root, with apt-get. */
  readonly mayInstallPackages: boolean
  /** Runs a command. @returns whether it went well */
  run(command: string): boolean
  say(line: string): void
}

/**
 * The path of a browser of the Chromium family. Throws where there is none and none can be installed, in one line
 * that says what to do.
 */
export async function findOrInstallBrowser(computer: Computer = thisComputer()): Promise<string> {
  const { named, say } = computer
  if (named && !computer.exists(named)) {
    throw new Error(`CHROME_PATH names ${named}, which is not there. Name a Chromium, or unset it.`)
  }
  const found = find(computer)
  if (found) return found
  say('There is no Chromium here: installing Playwright’s …')
  // What it needs of the system comes along where that may be installed.
  computer.run(`playwright install${computer.mayInstallPackages ? ' --with-deps' : ''} chromium`)
  if (computer.exists(computer.playwright)) return computer.playwright
  if (computer.mayInstallPackages) {
    say('That could not be fetched: installing Debian’s chromium …')
    computer.run('apt-get update && apt-get install -y chromium')
    const installed = computer.findInstalled()
    if (installed) return installed
  }
  throw new Error(
    'No browser of the Chromium family is here, and none could be installed: install Chrome, or name one with CHROME_PATH.',
  )
}

/** What is here already: the one that was named, Playwright's, another. */
function find({ named, exists, playwright, findInstalled }: Computer): string | undefined {
  if (named) return named
  return exists(playwright) ? playwright : findInstalled()
}

function thisComputer(): Computer {
  return {
    named: process.env.CHROME_PATH || undefined,
    exists: existsSync,
    playwright: chromium.executablePath(),
    findInstalled: findBrowser,
    mayInstallPackages: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    run: command =>
      spawnSync(command, {
        cwd: CHECKOUT,
        shell: true,
        // npm puts this folder first; whoever starts the tests in another way may not.
        env: {
          ...process.env,
          PATH: `${join(CHECKOUT, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
          DEBIAN_FRONTEND: 'noninteractive',
        },
        stdio: 'ignore',
        timeout: INSTALLING,
      }).status === 0,
    say: line => console.log(line),
  }
}

if (import.meta.main) {
  try {
    console.log(`The journeys run in ${await findOrInstallBrowser()}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
