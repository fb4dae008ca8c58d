/** What is remembered on this computer between starts: who works here, and with which projects. */
import { randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { Columns, type RecentProject } from '#app/contract'
import { type PublicKey, TrustedSigner } from '#app/exchange/signature'
import { Annotator } from '#app/model/annotator'
import { AnnotatorId, type ProjectId } from '#app/model/ids'
import {
  KeptLibrarySettings,
  type LibrarySettings,
  type LibrarySettingsChange,
  NEW_LIBRARY_SETTINGS,
} from '#app/model/library-settings'
import {
  DEFAULT_PREFERENCES,
  type PreferenceChange,
  type Preferences,
  readPreferences,
} from '#app/model/preferences'
import type { KnownColumns } from '#main/import/look-into'

const RECENT_KEPT = 10
const COLUMNS_KEPT = 50

const Device = z.string().regex(/^[0-9a-f]{12}$/)

const Settings = z.object({
  annotator: Annotator,
  /** Paths, the last opened first. */
  recent: z.array(z.string()).catch([]),
  /** Those of them that were protected when they were open last. */
  protected: z.array(z.string()).catch([]),
  offline: z.boolean().catch(false),
  /** The columns chosen for tables, by their heads, the last chosen first. */
  columns: z.array(z.object({ header: z.array(z.string()), columns: Columns })).catch([]),
  device: Device.optional().catch(undefined),
  signers: z
    .array(z.unknown())
    .catch([])
    .transform(all => all.flatMap(one => TrustedSigner.safeParse(one).data ?? [])),
  preferences: z.unknown().transform(readPreferences),
  library: KeptLibrarySettings.catch(NEW_LIBRARY_SETTINGS),
  /** Team folders by the ids of their projects. */
  teamFolders: z.record(z.string(), z.string()).catch({}),
  /** Which annotator the person said that they are, by the id of the project. */
  identities: z.record(z.string(), AnnotatorId).catch({}),
  /** The projects in which the person is in their second reading. */
  secondReadings: z.array(z.string()).catch([]),
})
type Settings = z.infer<typeof Settings>

export interface SettingsStore {
  readonly annotator: Annotator
  /** Which annotator of a project the person said that they are; undefined where they are themselves. */
  identityIn(project: ProjectId): AnnotatorId | undefined
  /** Keeps which annotator of a project the person is; null for themselves. */
  identify(project: ProjectId, annotator: AnnotatorId | null): void
  /** Whether the person is in their second reading in a project. */
  readsAgain(project: ProjectId): boolean
  readAgain(project: ProjectId, on: boolean): void
  /** The recent projects that are still there. */
  recent(): RecentProject[]
  rename(name: string): void
  /** Puts a project first among the recent ones. */
  remember(path: string, isProtected: boolean): void
  /** Whether a recent project is protected, where that has changed while it was not open. */
  noteProtection(path: string, isProtected: boolean): void
  readonly offline: boolean
  workOffline(offline: boolean): void
  /** The columns that were chosen for tables, by their heads. */
  readonly knownColumns: KnownColumns
  rememberColumns(header: readonly string[], columns: Columns): void
  readonly preferences: Preferences
  prefer(change: PreferenceChange): void
  /** How the library is arranged for a project, by its id. */
  library(project: string): LibrarySettings
  arrangeLibrary(project: string, change: LibrarySettingsChange): LibrarySettings
  /** The team folder of a project, by its id; null where it has none here. */
  teamFolder(project: string): string | null
  keepTeamFolder(project: string, folder: string | null): void
  /** What tells this installation from all others in a team folder: 12 random hexadecimal digits. */
  readonly device: string
  /** Whose keys the person has bound to whom, in the order in which they did. */
  readonly signers: readonly TrustedSigner[]
  /** Binds a key to an annotator, beside others that are. */
  trustSigner(annotator: Annotator, key: PublicKey): void
  /** Undoes the binding of a key. */
  forgetSigner(key: PublicKey): void
}

/** Opens the settings at a path; begins with new ones where there are none, or none that can be read. */
export function openSettings(path: string): SettingsStore {
  let settings = read(path) ?? beginning()
  const change = (next: Settings) => {
    settings = next
    write(path, next)
  }
  if (!existsSync(path)) write(path, settings)
  const library = (project: string): LibrarySettings => {
    const { columns, filters } = settings.library
    return { columns, filters: filters[project] ?? [] }
  }
  return {
    get annotator() {
      return settings.annotator
    },
    identityIn: project => settings.identities[project],
    identify(project, annotator) {
      const { [project]: _, ...others } = settings.identities
      change({ ...settings, identities: annotator === null ? others : { ...others, [project]: annotator } })
    },
    readsAgain: project => settings.secondReadings.includes(project),
    readAgain(project, on) {
      const others = settings.secondReadings.filter(one => one !== project)
      change({ ...settings, secondReadings: on ? [...others, project] : others })
    },
    recent: () =>
      settings.recent
        .filter(one => existsSync(one))
        .map(one => ({
          path: one,
          name: basename(one, '.assay'),
          isProtected: settings.protected.includes(one),
        })),
    rename: name => change({ ...settings, annotator: { ...settings.annotator, name } }),
    get offline() {
      return settings.offline
    },
    workOffline: offline => change({ ...settings, offline }),
    get knownColumns() {
      return settings.columns
    },
    rememberColumns: (header, columns) => {
      const others = settings.columns.filter(one => !sameHeader(one.header, header))
      change({ ...settings, columns: [{ header: [...header], columns }, ...others].slice(0, COLUMNS_KEPT) })
    },
    get preferences() {
      return settings.preferences
    },
    prefer: preferred =>
      change({ ...settings, preferences: readPreferences({ ...settings.preferences, ...preferred }) }),
    library,
    arrangeLibrary(project, { columns, filters }) {
      const { library: kept } = settings
      const next = {
        columns: columns ?? kept.columns,
        filters: filters ? { ...kept.filters, [project]: filters } : kept.filters,
      }
      change({ ...settings, library: next })
      return library(project)
    },
    teamFolder: project => settings.teamFolders[project] ?? null,
    keepTeamFolder(project, folder) {
      const { [project]: _, ...others } = settings.teamFolders
      change({ ...settings, teamFolders: folder === null ? others : { ...others, [project]: folder } })
    },
    get signers() {
      return settings.signers
    },
    trustSigner({ id, name }, key) {
      const others = settings.signers.filter(one => one.annotator !== id || one.key !== key)
      const signer = { annotator: id, name, key, since: new Date().toISOString() }
      change({ ...settings, signers: [...others, signer] })
    },
    forgetSigner: key => change({ ...settings, signers: settings.signers.filter(one => one.key !== key) }),
    get device() {
      const device = settings.device ?? randomBytes(6).toString('hex')
      if (settings.device === undefined) change({ ...settings, device })
      return device
    },
    noteProtection(one, isProtected) {
      const others = settings.protected.filter(other => other !== one)
      if (settings.recent.includes(one))
        change({ ...settings, protected: isProtected ? [one, ...others] : others })
    },
    remember(one, isProtected) {
      const recent = [one, ...settings.recent.filter(other => other !== one)].slice(0, RECENT_KEPT)
      const others = settings.protected.filter(other => other !== one && recent.includes(other))
      change({ ...settings, recent, protected: isProtected ? [one, ...others] : others })
    },
  }
}

function read(path: string): Settings | undefined {
  if (!existsSync(path)) return undefined
  try {
    return Settings.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    renameSync(path, `${path}.unreadable-${Date.now()}`)
    return undefined
  }
}

function write(path: string, settings: Settings): void {
  mkdirSync(dirname(path), { recursive: true })
  const partial = `${path}.${randomUUID().slice(0, 8)}.partial`
  const file = openSync(partial, 'wx', 0o600)
  writeSync(file, `${JSON.stringify(settings, null, 2)}\n`)
  fsyncSync(file)
  closeSync(file)
  renameSync(partial, path)
}

function beginning(): Settings {
  return {
    annotator: { id: AnnotatorId.parse(uuidv7()), name: userName() },
    recent: [],
    protected: [],
    offline: false,
    columns: [],
    signers: [],
    preferences: DEFAULT_PREFERENCES,
    library: NEW_LIBRARY_SETTINGS,
    teamFolders: {},
    identities: {},
    secondReadings: [],
  }
}

const sameHeader = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, index) => name === b[index])

function userName(): string {
  try {
    return userInfo().username || 'Annotator'
  } catch {
    return 'Annotator'
  }
}
