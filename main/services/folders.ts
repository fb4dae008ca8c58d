import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder for what Assay keeps on this computer: settings, window state, the sample project. ASSAY_DATA
 * names another one.
 */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.ASSAY_DATA) return environment.ASSAY_DATA
  switch (process.platform) {
    case 'win32':
      return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Assay')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Assay')
    default:
      return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'Assay')
  }
}

/**
 * The folder of what ships with Assay, such as the sample articles: at the root of the checkout and of the
 * packed application, two folders up from main/services in the sources and from out/main in the bundle.
 */
export const resourcesFolder = (): string => join(import.meta.dirname, '..', '..', 'resources')
