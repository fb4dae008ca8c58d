/** The real application, whose main process is watched, in a real browser from which its calls are made. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import type { CallName, Input, Outcome, Output } from '#app/contract'
import { findOrInstallBrowser } from '../harness/browsers.ts'
import type { Asked, Told } from './watch-loop.ts'

const WATCH = pathToFileURL(join(import.meta.dirname, 'watch-loop.ts')).href

export interface WatchedWindow {
  readonly page: Page
  /** Makes a call as the window does. Throws what it was refused with. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Watches main while it does some work; some seconds of rest before and after belong to nobody. */
  watched(work: () => Promise<unknown>): Promise<Told>
  /** Megabytes of the main process, its threads included. */
  memory(): Promise<number>
}

/**
 * Serves a project, shows it in a browser, and ends both when the work is done.
 *
 * @param entry of the command line, as `builtHost` gives it
 */
export async function withWatchedWindow<T>(
  entry: string,
  project: string,
  data: string,
  work: (window: WatchedWindow) => Promise<T>,
): Promise<T> {
  const host = spawn(process.execPath, ['--import', WATCH, entry, 'serve', project, '--no-open'], {
    env: { ...process.env, ASSAY_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const browser = await chromium.launch({
    executablePath: await findOrInstallBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 860 } })
    await page.goto(await addressOf(host))
    await page.getByRole('list', { name: 'Articles' }).getByRole('listitem').first().waitFor()
    return await work(windowOn(page, host))
  } finally {
    await browser.close()
    host.kill()
    await once(host, 'exit')
  }
}

function windowOn(page: Page, host: ChildProcess): WatchedWindow {
  async function ask(asked: 'tell'): Promise<Told> {
    const told = once(host, 'message')
    host.send(asked)
    const [answer] = await told
    return answer
  }
  return {
    page,
    async call<N extends CallName>(name: N, input: Input<N>) {
      // What a call comes to is of the type of its name.
      const outcome = (await page.evaluate(callMain, { name, input: JSON.stringify(input) })) as Outcome<
        Output<N>
      >
      if (!outcome.ok) throw new Error(outcome.failure.message)
      return outcome.value
    },
    async watched(work) {
      const begin: Asked = 'begin'
      host.send(begin)
      await work()
      return ask('tell')
    },
    memory: async () => (await ask('tell')).memory,
  }
}

/** Runs in the page. */
async function callMain({ name, input }: { name: string; input: string }): Promise<unknown> {
  const response = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: input,
  })
  return response.json()
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    host.stdout?.on('data', piece => {
      const address = /http:\S+/.exec(String(piece))?.[0]
      if (address) resolve(address)
    })
  })
}
