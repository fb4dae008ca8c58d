/** What a window is told of the person, the project and the application. */
import { basename } from 'node:path'
import type { OpenProject, Session } from '#app/contract'
import type { Application, Locked } from './application.ts'
import type { OpenedProject } from './opened-project.ts'
import { releasesPage, version } from './version.ts'

/** What there is of a project: at most one of these. */
export interface AtHand {
  readonly open: OpenedProject | undefined
  readonly damaged: { readonly path: string; readonly message: string } | undefined
  readonly locked: Locked | undefined
}

export function sessionOf(application: Application, { open, damaged, locked }: AtHand): Session {
  const { host, annotator, person, settings } = application
  return {
    version,
    host: host.kind,
    ...{ annotator, person },
    project: open ? projectOf(open, application) : null,
    damaged: damaged ? { fileName: basename(damaged.path), message: damaged.message } : null,
    locked: locked ? { fileName: basename(locked.path), wasOpen: locked.was !== undefined } : null,
    recent: settings.recent(),
    offline: settings.offline,
    preferences: settings.preferences,
    releases: releasesPage !== undefined && host.showPage !== undefined,
  }
}

const projectOf = (
  { id, store, synchronised, notBackedUp }: OpenedProject,
  application: Application,
): OpenProject => ({
  opening: id,
  project: store.tables.project.only(),
  fileName: basename(store.path),
  codebook: store.codebook(),
  isProtected: store.key !== undefined,
  undo: application.undoState(),
  ...{ synchronised, notBackedUp },
})
