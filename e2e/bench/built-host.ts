/** The browser host as it would ship: bundled like Electron's main process, which has the same services and threads. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const CHECKOUT = join(import.meta.dirname, '..', '..')
/** Not in `out`, all of which is packed. */
const PLACE = join(CHECKOUT, 'e2e', 'results', 'bench-host')

/**
 * Builds it. From the sources, Node would take the types out of each file in every thread, which costs more memory and
 * time than all that is measured.
 *
 * @returns the command line's entry, to be run by Node
 */
export async function builtHost(): Promise<string> {
  const { default: config } = await import('../../electron.vite.config.ts')
  rmSync(PLACE, { recursive: true, force: true })
  const options = config.main?.build?.rolldownOptions
  await build({
    configFile: false,
    root: CHECKOUT,
    logLevel: 'warn',
    resolve: config.main?.resolve ?? {},
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: join(PLACE, 'main'),
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: {
        ...options,
        input: {
          ...(options?.input as Record<string, string>),
          index: join(CHECKOUT, 'main', 'cli', 'assay.ts'),
        },
      },
    },
  })
  // The bundle looks for the window beside itself.
  cpSync(join(CHECKOUT, 'out', 'renderer'), join(PLACE, 'renderer'), { recursive: true })
  return join(PLACE, 'main', 'index.js')
}
