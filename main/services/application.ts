/**
 * The running application: one person, at most one open project, the windows that listen. The services work
 * on it; the hosts put a face on it.
 */
import { basename, join } from 'node:path'
import { type HandedFile, type Session, type UndoState, workOf } from '#app/contract'
import type { KnownSigners } from '#app/exchange/signature'
import { Refusal, toFailure } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { SigningKey } from '#main/exchange/sign'
import { Spool } from '#main/exchange/spool'
import { Reader } from '#main/import/reader'
import type { QueryTasks } from '#main/queries/query-names'
import { isBusy } from '#main/store/disk'
import { fileAt, whichFile } from '#main/store/in-place'
import { openProject } from '#main/store/open'
import { forget, isProtected, keyOfFile, type ProjectKey } from '#main/store/protection/project-key'
import type { Store } from '#main/store/store'
import { Turns } from '#main/turns'
import { Broadcast } from './broadcast.ts'
import { keepFaultLog } from './fault-log.ts'
import type { Host } from './host.ts'
import { annotatorIn, personIn } from './identity.ts'
import { IdleLock } from './idle-lock.ts'
import { type FilesDone, type FilesTask, inFilesThread } from './in-files-thread.ts'
import type { Jobs } from './job.ts'
import { OpenedProject, type Surroundings } from './opened-project.ts'
import { reportFault } from './outcome.ts'
import { PassphraseTries } from './passphrase-tries.ts'
import { sessionOf } from './session-of.ts'
import { openSettings, type SettingsStore } from './settings.ts'
import { ownKeys, signingKey } from './signing-key.ts'
import type { TeamFolder } from './team-folder.ts'
import { type Task, type ThreadProject, WorkThread } from './work-thread.ts'

/** Milliseconds for which a write waits for another thread's, without blocking. */
const PATIENCE = 30_000

/** How a project is opened again. */
interface Reopening {
  readonly next?: { readonly key: ProjectKey | undefined }
  readonly goesOn?: boolean
}

/** A project that waits for its passphrase. */
export interface Locked {
  readonly path: string
  /** What was open until it was locked; undefined where it was not open. */
  readonly was: { readonly id: string; readonly file: string | undefined } | undefined
}

/** The id of what was locked, where it still is the same file. */
const idOnceMore = (path: string, was: Locked['was']): string | undefined =>
  was?.file === fileAt(path) ? was?.id : undefined

export class Application extends Broadcast {
  readonly host: Host
  readonly settings: SettingsStore
  readonly folder: string
  /** Reads files from outside, in a process that can be killed. */
  readonly reader: Reader
  /** Files that the window sends. */
  readonly spool: Spool
  #open: OpenedProject | undefined
  readonly #besides = new Set<WorkThread<Jobs>>()
  readonly #onFiles = new Map<string, AbortController>()
  #damaged: (ThreadProject & { readonly message: string }) | undefined
  /** What waits for its passphrase. */
  #locked: Locked | undefined
  /** Of passphrases of projects. */
  readonly tries = new PassphraseTries()
  readonly #idleLock: IdleLock
  readonly #working = new Set<Promise<unknown>>()
  readonly #writing = new Turns()
  /** One project is opened or closed at a time. */
  readonly #changing = new Turns()
  #openAgain: Promise<void> | undefined
  readonly #handed: HandedFile[] = []

  /** @param folder for settings; see `dataFolder` */
  constructor(host: Host, folder: string) {
    super()
    this.host = host
    this.folder = folder
    keepFaultLog(folder)
    this.reader = new Reader(undefined, host.startReader)
    this.spool = new Spool(join(folder, 'spool'))
    this.settings = openSettings(join(folder, 'settings.json'))
    this.#idleLock = new IdleLock({
      minutes: () => (this.#open?.store.key ? this.settings.preferences.lockAfter : 0),
      ask: () => this.emit('command', { command: 'lock' }),
      lock: () => void this.lock().catch(error => error instanceof Refusal || reportFault(error)),
    })
  }

  /** The person who works here: in a project, who they said that they are in it. */
  get person(): Annotator {
    return this.#open ? personIn(this.#open.store, this.settings) : this.settings.annotator
  }

  /** Whose layer they write: their own, or that of their second reading. */
  get annotator(): Annotator {
    return this.#open ? annotatorIn(this.#open.store, this.settings) : this.settings.annotator
  }

  /** What is worked on, as a window names it; undefined without a project. */
  get work(): string | undefined {
    return this.#open && workOf(this.#open.id, this.annotator)
  }

  /** The key with which this person signs, made on first use. Throws a refusal: `unreadable`, `disk`. */
  async signingKey(): Promise<SigningKey> {
    return signingKey(this.folder, (await this.host.vault?.()) ?? null)
  }

  /** Whose signatures this computer knows. */
  get signers(): KnownSigners {
    return { trusted: this.settings.signers, own: ownKeys(this.folder) }
  }

  /** The open project. Throws a refusal where there is none. */
  get store(): Store {
    return this.#opened.store
  }

  /** Long work, one after the other where it writes. */
  get jobs(): WorkThread<Jobs> {
    return this.#opened.jobs
  }

  /** Does long work on a project that is being made, and is not the open one yet. */
  async besides<T>(path: string, by: AnnotatorId, work: (jobs: WorkThread<Jobs>) => Promise<T>): Promise<T> {
    const jobs = new WorkThread<Jobs>('jobs-thread', { path }, () => by)
    this.#besides.add(jobs)
    try {
      return await work(jobs)
    } finally {
      this.#besides.delete(jobs)
      await jobs.close()
    }
  }

  /** Does long work in the jobs' thread, and tells the windows how far it has come. @param job by which it is stopped */
  inJobs<K extends keyof Jobs>(task: Task<Jobs, K>, job: string): Promise<Jobs[K]['done']> {
    return this.jobs.run<K>(task, job, this.progressOf(job))
  }

  /** Does long work on files for which no project need be open. */
  async inFiles<D extends FilesTask['do']>(
    task: Extract<FilesTask, { do: D }>,
    job: string,
  ): Promise<FilesDone[D]> {
    const stop = new AbortController()
    this.#onFiles.set(job, stop)
    try {
      return await inFilesThread(task, { onProgress: this.progressOf(job), signal: stop.signal })
    } finally {
      this.#onFiles.delete(job)
    }
  }

  /** Stops a piece of long work, wherever it is done. */
  cancel(job: string): void {
    this.#onFiles.get(job)?.abort()
    this.#open?.cancel(job)
    for (const jobs of this.#besides) jobs.cancel(job)
  }

  /** Backs the open project up. @returns the path of the backup; undefined where none was needed */
  async backUp(job: string): Promise<string | undefined> {
    const open = this.#opened
    const { notBackedUp } = open
    const backup = await open.backUp(job, this.progressOf(job))
    if (notBackedUp !== null && this.#open === open) this.sessionChanged()
    return backup
  }

  /** Questions that the window asks and that may take longer than a frame; no long work stands before them. */
  get queries(): WorkThread<QueryTasks> {
    return this.#opened.queries
  }

  get #opened(): OpenedProject {
    if (!this.#open) throw new Refusal('not-found', 'No project is open. Open or create one first.')
    return this.#open
  }

  /** Opens a project instead of the one that is open, which stays open where the new one cannot be. */
  open(path: string): Promise<void> {
    return this.#changing.next(async () => {
      if (!this.#holds(path)) await this.#replaceBy(this.#openedAt(path))
    })
  }

  /** Whether a path leads to the open project, by whichever name. */
  #holds(path: string): boolean {
    const open = this.#open?.store.path
    if (open === undefined) return false
    try {
      return open === path || (fileAt(path) !== undefined && fileAt(path) === fileAt(open))
    } catch {
      // What no file can be called is not called so; opening it says why.
      return false
    }
  }

  /** Opens a project; one that is damaged or protected is remembered, for the window to offer what can be done. */
  #openedAt(path: string, key?: ProjectKey): Store {
    try {
      return openProject(path, { key })
    } catch (error) {
      if (error instanceof Refusal && error.code === 'damaged' && !this.#open) {
        this.#damaged = { path, key, message: error.message }
        this.#locked = undefined
        this.sessionChanged()
      }
      if (error instanceof Refusal && error.code === 'needs-passphrase') {
        this.#locked = { path, was: this.#locked?.path === path ? this.#locked.was : undefined }
        this.sessionChanged()
      }
      throw error
    }
  }

  /** Opens the project that waits for its passphrase. Throws a refusal (`wrong-passphrase`) where this is not it. */
  unlock(passphrase: string): Promise<void> {
    return this.tries.next(async () => {
      if (!this.#locked) throw new Refusal('not-found', 'No project waits for a passphrase.')
      const { path, was } = this.#locked
      // Another program may have removed it meanwhile.
      const key = isProtected(path) ? await keyOfFile(path, passphrase) : undefined
      await this.#changing.next(() => this.#replaceBy(this.#openedAt(path, key), idOnceMore(path, was)))
    })
  }

  /** Lets go of the project that waits for its passphrase. */
  leaveLocked(): void {
    this.#locked = undefined
    this.sessionChanged()
  }

  /**
   * Closes the project, which is protected, and forgets its key, as soon as no work is done on it. Throws a refusal
   * (`conflict`) where it has no passphrase, or (`moved`) is no longer where it was: only this process can save it then.
   */
  async lock(): Promise<void> {
    const open = this.#opened
    const { key, path } = open.store
    if (!key) throw new Refusal('conflict', 'This project has no passphrase. Protect it with one to lock it.')
    await this.atRest()
    open.store.assertInPlace()
    await this.#changing.next(async () => {
      if (this.#open !== open) return
      this.#locked = { path, was: { id: open.id, file: fileAt(path) } }
      await this.#letGo()
      forget(key)
      this.sessionChanged()
    })
  }

  /** Does work of several steps on the open project, which is not locked meanwhile. */
  async atWork<T>(work: () => Promise<T>): Promise<T> {
    const done = work()
    this.#working.add(done)
    try {
      return await done
    } finally {
      this.#working.delete(done)
    }
  }

  /** Resolves once no work is done on the open project. */
  async atRest(): Promise<void> {
    const open = this.#opened
    await Promise.allSettled(this.#working)
    await open.idle()
  }

  /** Has a protected project locked: the windows save what is not saved yet, and lock it; without one it is locked at once. */
  leave(): void {
    if (this.#open?.store.key) this.#idleLock.leave()
  }

  /** The person is there, or a window has something to save. */
  stay(): void {
    this.#idleLock.stay()
  }

  /** The file of the open project, else of the one that is damaged. Throws a refusal where there is neither. */
  get file(): { readonly path: string; readonly key: ProjectKey | undefined } {
    const { path, key } = this.#open?.store ?? this.#damaged ?? this.#opened.store
    return { path, key }
  }

  /**
   * Does work on the file of the project while nobody has it open, and opens what the work answers.
   *
   * @param next the key under which the work has put it; by default it has the one that it had
   * @param goesOn whether that holds what the project held, so that a window goes on where it is
   */
  reopenAfter(work: () => Promise<string>, { next, goesOn = false }: Reopening = {}): Promise<void> {
    const reopened = this.#changing.next(async () => {
      const opening = this.#open?.id
      const { path, key } = this.file
      // What was begun before is done; what comes now waits.
      if (goesOn && this.#open) await this.atRest()
      await this.#letGo()
      try {
        await this.#replaceBy(openProject(await work(), next ?? { key }), goesOn ? opening : undefined)
      } catch (error) {
        if (opening !== undefined) await this.#goBackTo({ path, key }, opening)
        throw error
      }
      if (next) forget(key)
    })
    if (goesOn) this.#openAgain = this.#untilOpen(reopened)
    return reopened
  }

  /** Resolves, as the last that is waited for, once it is known what is open. */
  #untilOpen(reopened: Promise<void>): Promise<void> {
    const done = () => {
      if (this.#openAgain === openAgain) this.#openAgain = undefined
    }
    const openAgain = reopened.then(done, done)
    return openAgain
  }

  /** Opens again what was open; where it cannot be, the windows are told that nothing is. */
  async #goBackTo({ path, key }: ThreadProject, opening: string): Promise<void> {
    try {
      await this.#replaceBy(openProject(path, { key }), opening)
    } catch (error) {
      this.sessionChanged()
      throw error
    }
  }

  /**
   * Comes where the project is closed only to be opened again and go on, once it is open: what is asked of it meanwhile
   * waits for that. Undefined otherwise.
   */
  get openAgain(): Promise<void> | undefined {
    return this.#openAgain
  }

  /** Opens a project for a window; of one that is damaged or protected the window tells, and what can be done. */
  async openOrTell(path: string): Promise<void> {
    try {
      await this.open(path)
    } catch (error) {
      if (this.#damaged?.path !== path && this.#locked?.path !== path) throw error
    }
  }

  /** Takes over a store that was just opened or made. */
  adopt(store: Store): Promise<void> {
    return this.#changing.next(() => this.#replaceBy(store))
  }

  /** Hands a file to the window, which merges it into the open project as the person says. */
  async hand(path: string): Promise<void> {
    this.#handed.push({ ...(await this.spool.copy(path)), name: basename(path) })
    this.emit('command', { command: 'merge-files' })
  }

  /** What was handed since this was asked last. */
  takeHanded(): HandedFile[] {
    return this.#handed.splice(0)
  }

  close(): Promise<void> {
    this.#idleLock.close()
    return this.#changing.next(async () => {
      await this.#letGo()
      await this.spool.close()
    })
  }

  /** @param opening of what is open, where this goes on with it */
  async #replaceBy(store: Store, opening?: string): Promise<void> {
    const { id, name } = personIn(store, this.settings)
    let file: string
    try {
      store.introduce(id, name)
      file = opening ?? whichFile(store.path)
    } catch (error) {
      store.close()
      throw error
    }
    await this.#letGo()
    const open = new OpenedProject(store, this.#around(store), file)
    this.#open = open
    this.#damaged = undefined
    this.#locked = undefined
    this.#idleLock.stay()
    this.settings.remember(store.path, store.key !== undefined)
    this.sessionChanged()
    await open.teamFolder.take(this.settings.teamFolder(store.tables.project.only().id))
    void this.#lookAtPlace(open)
  }

  #around(store: Store): Surroundings {
    return {
      annotator: () => annotatorIn(store, this.settings).id,
      onNotBackedUp: error => this.#notBackedUp(store, error),
      startReader: this.host.startReader,
      by: () => this.person,
      key: () => this.signingKey(),
      signers: () => this.signers,
      device: () => this.settings.device,
      onState: state => this.emit('folder', state),
      onMerged: articles => {
        this.changed(articles)
        this.sessionChanged()
      },
    }
  }

  /** Finds out whether something synchronises the place of the project, and says so. */
  async #lookAtPlace(open: OpenedProject): Promise<void> {
    if ((await open.lookAtPlace()) && this.#open === open) this.sessionChanged()
  }

  /** The team folder of the open project. */
  get teamFolder(): TeamFolder {
    return this.#opened.teamFolder
  }

  /** Takes a folder for that of the team, remembered for the project on this computer; null for none. */
  async takeTeamFolder(folder: string | null): Promise<void> {
    const open = this.#opened
    this.settings.keepTeamFolder(open.store.tables.project.only().id, folder)
    await open.teamFolder.take(folder)
    void this.#lookAtPlace(open)
  }

  async #letGo(): Promise<void> {
    const open = this.#open
    this.#open = undefined
    await this.#writing.rest()
    void this.reader.close()
    await open?.close()
  }

  /** Tells why a session has no backup. A project that was found to be damaged when it was looked through is closed. */
  #notBackedUp(store: Store, error: unknown): void {
    const { code, message } = toFailure(store.refusalOf(error) ?? error, reportFault)
    if (this.#open?.store !== store || code === 'cancelled') return
    if (code !== 'damaged') {
      this.#open.notBackedUp = message
      this.sessionChanged()
      return
    }
    const { path, key } = store
    void this.#changing.next(async () => {
      if (this.#open?.store !== store) return
      await this.#letGo()
      this.#damaged = { path, key, message }
      this.sessionChanged()
    })
  }

  session(): Session {
    return sessionOf(this, { open: this.#open, damaged: this.#damaged, locked: this.#locked })
  }

  undoState(): UndoState {
    return this.store.history.state(this.annotator.id)
  }

  /**
   * Writes as soon as no other thread does, without blocking this one meanwhile. Writes keep their order.
   *
   * @param write is told in whose layer: of who works here when it is asked for, whatever is open when its turn comes
   */
  whenFree<T>(write: (store: Store, by: AnnotatorId) => T): Promise<T> {
    const { store } = this
    const { id } = this.annotator
    return this.#writing.next(() => onceFree(() => write(store, id)))
  }

  /** Tells the windows that articles changed; null for more than can be named. Nothing where the project was closed since. */
  changed(articles: readonly ArticleId[] | null): void {
    if (this.#open) this.emit('changed', { articles, seq: this.store.lastChange() })
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
