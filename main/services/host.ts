import type { StartReader } from '#main/import/reader-process'
import type { Vault } from './signing-key.ts'

/** What the application needs of the host that shows it. Electron has dialogs of the system; a browser has downloads. */
export interface Host {
  readonly kind: 'electron' | 'browser'
  /** How a process that reads files is had, where it is not Node's own way. */
  readonly startReader?: StartReader
  /** Shows a page of the web in the system's browser, where the host can. Only by the person's own act. */
  showPage?(address: string): Promise<void>
  /** The key store of the system, where the host can reach one; null where there is none. */
  readonly vault?: () => Promise<Vault | null>
  /** Asks for a project to open; null where the person dismissed it, or the host cannot ask. */
  chooseProject(): Promise<string | null>
  /** Asks for a folder; null where the person dismissed it, or the host cannot ask. */
  chooseFolder(): Promise<string | null>
  /** The path for a new project of this name; null where the person dismissed the dialog. */
  placeForProject(name: string): Promise<string | null>
  /** Where a new file goes; null where the person dismissed the dialog. */
  placeForExport(fileName: string): Promise<Place | null>
}

export interface Place {
  readonly path: string
  /** What the file is called there. */
  readonly fileName: string
  /** Called once the file is whole: the address from which a browser fetches it; null where the path is its final place. */
  offer(): string | null
}
