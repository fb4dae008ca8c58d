/** Starts Electron's main process on the double, in the test's own process. */
import { onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '#main/test/projects'

type Double = typeof import('./electron-double.ts')

/**
 * Loads the main entry anew, with a double of its own.
 *
 * @param options.locked whether another instance runs
 * @param options.words what stands on the command line behind the program
 * @param options.before what the system does before the application is ready
 */
export async function start(
  options: {
    readonly folder?: string
    readonly locked?: boolean
    readonly words?: readonly string[]
    readonly before?: (double: Double) => void
  } = {},
): Promise<Double & { readonly folder: string }> {
  const folder = options.folder ?? temporaryFolder()
  vi.stubEnv('ASSAY_DATA', folder)
  const words = process.argv
  process.argv = ['electron', 'checkout', ...(options.words ?? [])]
  vi.resetModules()
  const double: Double = await import('./electron-double.ts')
  onTestFinished(async () => {
    await quit(double)
    process.argv = words
    vi.unstubAllEnvs()
  })
  double.app.lockIsFree = !options.locked
  await import('../index.ts')
  options.before?.(double)
  double.app.becomeReady()
  await vi.waitUntil(
    () =>
      double.BrowserWindow.getAllWindows().length > 0 ||
      double.dialog.errors.length > 0 ||
      double.app.hasQuit,
    { timeout: 20_000 },
  )
  return { ...double, folder }
}

/** Quits, and waits until the application has let go of everything. */
export async function quit({ app }: Pick<Double, 'app'>): Promise<void> {
  if (app.hasQuit) return
  app.quit()
  await vi.waitUntil(() => app.hasQuit, { timeout: 20_000 })
}
