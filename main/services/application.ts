/**
 * The running application: one person, at most one open project, the windows that listen. The services work
 * on it; the hosts put a face on it.
 */
import { basename, join } from 'node:path'
import type {
  AnyEvent,
  DamagedProject,
  EventName,
  Events,
  OpenProject,
  Session,
  UndoState,
} from '#app/contract'
import { Refusal } from '#app/failure'
import type { ArticleId } from '#app/model/ids'
import { Reader } from '#main/import/reader'
import type { QueryTasks } from '#main/queries/query-names'
import { isBusy } from '#main/store/disk'
import { openProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import { keepFaultLog } from './fault-log.ts'
import type { Host } from './host.ts'
import type { Jobs } from './job.ts'
import { reportFault } from './outcome.ts'
import { openSettings, type SettingsStore } from './settings.ts'
import { version } from './version.ts'
import { WorkThread } from './work-thread.ts'

/** Milliseconds for which a write waits for another thread's, without blocking. */
const PATIENCE = 30_000

interface Opened {
  readonly store: Store
  readonly jobs: WorkThread<Jobs>
  readonly queries: WorkThread<QueryTasks>
  readonly backup: Promise<void>
}

export class Application {
  readonly host: Host
  readonly settings: SettingsStore
  readonly folder: string
  /** Reads files from outside, in a process that can be killed. */
  readonly reader: Reader
  #open: Opened | undefined
  #damaged: { readonly path: string; readonly message: string } | undefined
  #writing: Promise<void> = Promise.resolve()
  #changing: Promise<void> = Promise.resolve()
  readonly #listeners = new Set<(event: AnyEvent) => void>()

  /** @param folder for settings; see `dataFolder` */
  constructor(host: Host, folder: string) {
    this.host = host
    this.folder = folder
    keepFaultLog(folder)
    this.reader = new Reader(undefined, host.startReader)
    this.settings = openSettings(join(folder, 'settings.json'))
  }

  get annotator() {
    return this.settings.annotator
  }

  /** The open project. Throws a refusal where there is none. */
  get store(): Store {
    return this.#opened.store
  }

  /** Long work, one after the other where it writes. */
  get jobs(): WorkThread<Jobs> {
    return this.#opened.jobs
  }

  /** Questions that the window asks and that may take longer than a frame; no long work stands before them. */
  get queries(): WorkThread<QueryTasks> {
    return this.#opened.queries
  }

  get #opened() {
    if (!this.#open) throw new Refusal('not-found', 'No project is open. Open or create one first.')
    return this.#open
  }

  /** Opens a project instead of the one that is open, which stays open where the new one cannot be. */
  open(path: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#open?.store.path !== path) await this.#replaceBy(this.#openedAt(path))
    })
  }

  /** Opens a project; one that is damaged is remembered, for the window to offer what can be done. */
  #openedAt(path: string): Store {
    try {
      return openProject(path)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'damaged' && !this.#open) {
        this.#damaged = { path, message: error.message }
        this.sessionChanged()
      }
      throw error
    }
  }

  /** The path of the open project, else of the one that is damaged. Throws a refusal where there is neither. */
  get path(): string {
    return this.#open?.store.path ?? this.#damaged?.path ?? this.#opened.store.path
  }

  /** Does work on the file of the project while nobody has it open, and opens what the work answers. */
  reopenAfter(work: () => Promise<string>): Promise<void> {
    return this.#inTurn(async () => {
      const path = this.#open?.store.path
      await this.#letGo()
      try {
        await this.#replaceBy(openProject(await work()))
      } catch (error) {
        if (path !== undefined) await this.#replaceBy(openProject(path))
        throw error
      }
    })
  }

  /** Opens a project for a window; one that is damaged the window tells of, and what can be done. */
  async openOrTell(path: string): Promise<void> {
    try {
      await this.open(path)
    } catch (error) {
      if (this.#damaged?.path !== path) throw error
    }
  }

  /** Takes over a store that was just opened or made. */
  adopt(store: Store): Promise<void> {
    return this.#inTurn(() => this.#replaceBy(store))
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#letGo())
  }

  async #replaceBy(store: Store): Promise<void> {
    await this.#letGo()
    store.introduce(this.annotator.id, this.annotator.name)
    const jobs = new WorkThread<Jobs>('jobs-thread', store.path, this.annotator.id)
    const queries = new WorkThread<QueryTasks>('queries-thread', store.path, this.annotator.id)
    const backup = jobs.run({ kind: 'back-up' }).then(noop, reportFault)
    this.#open = { store, jobs, queries, backup }
    this.#damaged = undefined
    this.settings.remember(store.path)
    this.sessionChanged()
  }

  async #letGo(): Promise<void> {
    const open = this.#open
    this.#open = undefined
    await this.#writing
    await open?.backup
    this.reader.close()
    await Promise.all([open?.jobs.close(), open?.queries.close()])
    open?.store.close()
  }

  /** One project is opened or closed at a time: each in the order in which it was asked for. */
  #inTurn(change: () => Promise<void>): Promise<void> {
    const changed = this.#changing.then(change)
    this.#changing = changed.then(noop, noop)
    return changed
  }

  session(): Session {
    const { host, annotator, settings } = this
    return {
      version,
      host: host.kind,
      annotator,
      project: this.#project(),
      damaged: this.#damagedProject(),
      recent: settings.recent(),
      offline: settings.offline,
      preferences: settings.preferences,
    }
  }

  #damagedProject(): DamagedProject | null {
    if (!this.#damaged) return null
    const { path, message } = this.#damaged
    return { fileName: basename(path), message }
  }

  #project(): OpenProject | null {
    if (!this.#open) return null
    const { store } = this.#open
    return {
      project: store.tables.project.only(),
      fileName: basename(store.path),
      codebook: store.codebook(),
      undo: this.undoState(),
    }
  }

  undoState(): UndoState {
    return this.store.history.state(this.annotator.id)
  }

  /** Writes as soon as no other thread does, without blocking this one meanwhile. Writes keep their order. */
  whenFree<T>(write: (store: Store) => T): Promise<T> {
    const { store } = this
    const written = this.#writing.then(() => onceFree(() => write(store)))
    this.#writing = written.then(noop, noop)
    return written
  }

  /** Tells the windows that articles changed; null for more than can be named. */
  changed(articles: readonly ArticleId[] | null): void {
    this.emit('changed', { articles, seq: this.store.lastChange() })
  }

  /** Tells every window that the person, the project or its codebook changed. */
  sessionChanged(): Session {
    const session = this.session()
    this.emit('session', session)
    return session
  }

  /** What SQLite or the disk said of the open project, as a refusal; undefined where it is a fault of ours. */
  refusalOf(error: unknown): Refusal | undefined {
    return this.#open?.store.refusalOf(error)
  }

  emit<N extends EventName>(name: N, payload: Events[N]): void {
    // The name and its payload belong together by the type of this method's arguments.
    const event = { name, payload } as AnyEvent
    for (const listener of this.#listeners) listener(event)
  }

  /** @returns a function that stops listening */
  listen(listener: (event: AnyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

async function onceFree<T>(write: () => T): Promise<T> {
  for (const until = Date.now() + PATIENCE; ; ) {
    try {
      return write()
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
    }
    await new Promise(resolve => setTimeout(resolve, 3))
  }
}

const noop = (): void => {}
