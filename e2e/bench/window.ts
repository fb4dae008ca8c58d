/** The real application in a real browser, for benches that look at the window. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findOrInstallBrowser } from '../harness/browsers.ts'

const BIN = join(import.meta.dirname, '..', '..', 'main', 'cli', 'bin.mjs')

/** Serves a project, shows it in a browser, and ends both when the work is done. */
export async function withWindow<T>(
  project: string,
  data: string,
  work: (page: Page, url: string) => Promise<T>,
): Promise<T> {
  const host = spawn(process.execPath, [BIN, 'serve', project, '--no-open'], {
    env: { ...process.env, ASSAY_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await chromium.launch({
    executablePath: await findOrInstallBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const url = await new Promise<string>(resolve => {
      host.stdout.on('data', piece => {
        const address = /http:\S+/.exec(String(piece))?.[0]
        if (address) resolve(address)
      })
    })
    return await work(await browser.newPage({ viewport: { width: 1360, height: 860 } }), url)
  } finally {
    await browser.close()
    host.kill()
  }
}
