/** Starts the real application on real files, in a real browser or in Electron, for one journey. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import {
  type Browser,
  test as base,
  chromium,
  _electron as electron,
  expect,
  type Locator,
  type Page,
  type TestInfo,
} from '@playwright/test'
import type { PreferenceChange } from '../../app/model/preferences.ts'
import { openSettings } from '../../main/services/settings.ts'
import { findOrInstallBrowser } from './browsers.ts'
import { NOTING_NETWORK, watchedNetwork } from './network.ts'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const FORWARD_CLOCK = ['--import', pathToFileURL(join(CHECKOUT, 'main', 'test', 'forward-clock.ts')).href]
const SCREENSHOTS = join(CHECKOUT, 'e2e', 'results', 'screenshots')

/** What a journey does with the application. */
export interface Assay {
  readonly page: Page
  /** A folder of this journey's own, for projects and files. */
  readonly folder: string
  /** The project that is open; with a first start, the sample project. */
  readonly project: string
  /**
   * Starts the application: on the project, a new empty one where it is not there yet, or (first start) as `npm start` does without a project. The page
   * that greets a newcomer there is closed, but for a `newcomer`.
   */
  open(how?: 'project' | 'first-start' | 'newcomer'): Promise<void>
  /** Chooses preferences before the application is started. */
  prefer(preferences: PreferenceChange): void
  /** Lets minutes go by for the application, and none for the journey; in the browser host only. */
  later(minutes: number): void
  /** Ends the application as a person does. */
  close(): Promise<void>
  /** Ends the application at once, as a power cut would. */
  kill(): Promise<void>
  /**
   * Ends the application as a power cut would, and starts it again on the port that it had; its window stays. In the browser
   * host only. @returns the address that it printed
   */
  restart(): Promise<string>
  /** Runs the command line. @returns what it printed */
  cli(...words: string[]): string
  /** Pastes an article through the dialog and waits until it is open. */
  paste(text: string, title?: string): Promise<void>
  sentence(number: number): Locator
  /** Waits until all that was done is on the disk. */
  saved(): Promise<void>
  /** Exports in a format and answers what is in the file. */
  exported(format: string): Promise<string>
  /**
   * Ends a journey: no violation of accessibility in either theme, a picture of each, and no fault in the console but
   * those that are expected.
   */
  finish(name: string, expected?: RegExp): Promise<void>
}

/** Matches nothing. */
const NONE = /(?!)/

type Viewport = Page['viewportSize'] extends () => infer V ? V : never

interface Running {
  readonly page: Page
  end(signal: NodeJS.Signals): Promise<void>
  /** In the browser host. */
  restart?(): Promise<string>
}

interface Fixtures {
  readonly host: 'browser' | 'electron'
  readonly assay: Assay
  /** Another installation, on a computer of somebody else's. */
  readonly colleague: Assay
}

export const test = base.extend<Fixtures>({
  host: ['browser', { option: true }],
  assay: ({ host, viewport }, use, info) => installation(host, viewport, use, info),
  colleague: ({ host, viewport }, use, info) => installation(host, viewport, use, info),
})

export { expect } from '@playwright/test'

/** Lets a journey use an installation with a data folder of its own, and removes it afterwards. */
async function installation(
  host: Fixtures['host'],
  viewport: Viewport,
  use: (assay: Assay) => Promise<void>,
  info: TestInfo,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-e2e-'))
  const network = watchedNetwork(folder)
  const environment = {
    ...process.env,
    ASSAY_DATA: join(folder, 'data'),
    ASSAY_NETWORK_LOG: network.log,
    ASSAY_CLOCK: join(folder, 'clock'),
    DISPLAY: host === 'browser' ? '' : process.env.DISPLAY,
  }
  const faults: string[] = []
  let project = join(folder, 'Journey.assay')
  let running: Running | undefined

  const page = () => {
    if (!running) throw new Error('the journey has not opened the application')
    return running.page
  }
  const assay: Assay = {
    get page() {
      return page()
    },
    get project() {
      return project
    },
    folder,
    async open(how = 'project') {
      if (how !== 'project') project = join(folder, 'data', 'projects', 'Sample.assay')
      else if (!running && !existsSync(project)) assay.cli('init', project, '--name', 'Journey')
      if (how === 'first-start') assay.prefer({ toured: true })
      const words = how === 'project' ? [project] : []
      running =
        host === 'electron'
          ? await startElectron(words, environment)
          : await startBrowser(words, environment, viewport)
      network.watch(running.page)
      running.page.on('console', message => message.type() === 'error' && faults.push(message.text()))
      running.page.on('pageerror', error => faults.push(error.message))
      await running.page.getByRole('status').waitFor()
    },
    prefer(preferences) {
      const path = join(environment.ASSAY_DATA, 'settings.json')
      const settings = openSettings(path)
      settings.prefer(preferences)
    },
    later: minutes => writeFileSync(environment.ASSAY_CLOCK, String(minutes * 60_000)),
    async close() {
      // The window first: what the end of its host does to it is no fault.
      await running?.page.close()
      await running?.end('SIGTERM')
    },
    async kill() {
      await running?.end('SIGKILL')
    },
    async restart() {
      if (!running?.restart) throw new Error('only the browser host is started again under its window')
      return running.restart()
    },
    cli(...words) {
      const done = spawnSync(process.execPath, [join(CHECKOUT, 'main', 'cli', 'bin.mjs'), ...words], {
        encoding: 'utf8',
        env: environment,
      })
      if (done.status !== 0) throw new Error(done.stderr)
      return done.stdout
    },
    async paste(text, title = '') {
      await page().getByRole('button', { name: 'Paste', exact: true }).click()
      const dialog = page().getByRole('dialog')
      await dialog.getByLabel('Text').fill(text)
      if (title) await dialog.getByLabel('Title').fill(title)
      await dialog.getByRole('button', { name: 'Add article' }).click()
      await dialog.waitFor({ state: 'detached' })
      await assay.sentence(1).waitFor()
      await page().evaluate(() => document.fonts.ready.then(() => {}))
    },
    sentence: number => page().locator(`[data-sentence="${number}"]`),
    async saved() {
      await expect(page().getByRole('status')).toHaveText('Saved')
    },
    async exported(format) {
      await page().getByRole('button', { name: 'Export', exact: true }).click()
      const dialog = page().getByRole('dialog')
      await dialog
        .getByRole('radio', { name: format === 'csv' ? 'CSV' : 'JSON Lines' })
        .check({ force: true })
      const downloading = page().waitForEvent('download')
      await dialog.getByRole('button', { name: 'Export', exact: true }).click()
      const path = await (await downloading).path()
      await dialog.getByRole('button', { name: 'Done' }).click()
      return readFileSync(path, 'utf8')
    },
    async finish(name, expected = NONE) {
      for (const theme of ['light', 'dark'] as const) {
        await page().emulateMedia({ colorScheme: theme })
        await page().waitForTimeout(100)
        await page().screenshot({ path: join(SCREENSHOTS, `${name}-${theme}.png`) })
        const { violations } = await new AxeBuilder({ page: page() }).analyze()
        expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(node => node.html) }))).toEqual([])
      }
      expect(faults.filter(fault => !expected.test(fault))).toEqual([])
    },
  }
  await use(assay)
  await running?.end('SIGTERM')
  expect(network.strangers(), 'nothing leaves this computer without an act of the person').toEqual([])
  if (info.status === info.expectedStatus) rmSync(folder, { recursive: true, force: true })
}

let browser: Promise<Browser> | undefined

/** The browser host in a process of its own, and a page on it. */
async function startBrowser(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  viewport: Viewport,
): Promise<Running> {
  const entry =
    words.length > 0
      ? [join(CHECKOUT, 'main', 'cli', 'bin.mjs'), 'serve', ...words, '--no-open']
      : [join(CHECKOUT, 'main', 'start.ts')]
  const started = (more: readonly string[] = []) =>
    spawn(process.execPath, [...NOTING_NETWORK, ...FORWARD_CLOCK, ...entry, ...more], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  let host = started()
  const url = await printedUrl(host)
  browser ??= launchBrowser()
  const context = await (await browser).newContext({ viewport, acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(url)
  return {
    page,
    async end(signal) {
      await ended(host, signal)
      await context.close()
    },
    async restart() {
      await ended(host, 'SIGKILL')
      host = started(['--port', new URL(url).port])
      return printedUrl(host)
    },
  }
}

async function launchBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: await findOrInstallBrowser(), args })
}

async function startElectron(words: readonly string[], env: NodeJS.ProcessEnv): Promise<Running> {
  const application = await electron.launch({
    args: [CHECKOUT, ...words],
    env: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  })
  const page = await application.firstWindow()
  return { page, end: signal => ended(application.process(), signal) }
}

function printedUrl(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    host.stdout?.on('data', piece => {
      printed += piece
      const url = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(printed)?.[0]
      if (url) resolve(url)
    })
    host.once('exit', code => reject(new Error(`the browser host ended with ${code}: ${printed}`)))
  })
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await exit
}
