/** Watches whom the application talks to: its page, and the processes behind it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'

const HOOK = join(import.meta.dirname, '..', '..', 'main', 'test', 'no-network.ts')

/** Node started with these notes whatever reaches out, in the file that ASSAY_NETWORK_LOG names. */
export const NOTING_NETWORK: readonly string[] = ['--import', pathToFileURL(HOOK).href]

export function watchedNetwork(folder: string) {
  const log = join(folder, 'network.log')
  const asked: string[] = []
  return {
    log,
    watch(page: Page): void {
      const { protocol, host } = new URL(page.url())
      page.context().on('request', request => {
        const url = new URL(request.url())
        const own = url.protocol === protocol && url.host === host
        if (!own && url.protocol !== 'data:' && url.protocol !== 'blob:') asked.push(request.url())
      })
      page.on('websocket', socket => asked.push(socket.url()))
    },
    /** Everybody but the application itself. */
    strangers: (): string[] => [
      ...asked,
      ...(existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
    ],
  }
}
