import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig } from '@playwright/test'

const electron = join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'path.txt')

/** The journeys run on the browser host everywhere, and on Electron wherever its program is. */
export default defineConfig<{ host: 'browser' | 'electron' }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'e2e/results/runs',
  // A journey is long, ends with two looks for violations, and may share a slow computer.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'e2e/results/e2e.json' }]],
  use: { viewport: { width: 1360, height: 860 }, actionTimeout: 30_000, trace: 'retain-on-failure' },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    ...(existsSync(electron) ? [{ name: 'electron', use: { host: 'electron' as const } }] : []),
  ],
})
