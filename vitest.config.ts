import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const electron = 'main/electron/**/*.test.ts'

export default defineConfig({
  test: {
    testTimeout: 90_000,
    // A computer that has much to do may need as long.
    expect: { poll: { timeout: 20_000 } },
    // By default one core stays free for the person at the keyboard; most runs are on a computer that has none.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,main,renderer}/**/*.test.{ts,tsx}', 'e2e/harness/*.test.ts'],
          exclude: [electron],
        },
      },
      {
        // On the built application, with a double in the place of Electron, whose program is not everywhere.
        extends: true,
        resolve: { alias: { electron: join(import.meta.dirname, 'main/electron/test/electron-double.ts') } },
        test: {
          name: 'electron',
          include: [electron],
          // Installers of Linux are made on Linux.
          exclude: process.platform === 'linux' ? [] : ['main/electron/installers.test.ts'],
          globalSetup: 'main/electron/test/build.ts',
        },
      },
    ],
  },
})
