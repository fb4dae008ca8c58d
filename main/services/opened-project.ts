import { setTimeout as delay } from 'node:timers/promises'
import type { SynchronisedPlace } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import type { StartReader } from '#main/import/reader-process'
import type { QueryTasks } from '#main/queries/query-names'
import type { Store } from '#main/store/store'
import type { Jobs } from './job.ts'
import { lookThrough } from './look-through.ts'
import { type Keeping, TeamFolder } from './team-folder.ts'
import { WorkThread } from './work-thread.ts'

/** What an open project knows of the application. */
export interface Surroundings extends Omit<Keeping, 'jobs' | 'ready'> {
  /** How a process is had that looks it through. */
  readonly startReader: StartReader | undefined
  /** Whose layer the threads write. */
  annotator(): AnnotatorId
  /** The copy that is made when it is opened came to nothing. */
  onNotBackedUp(error: unknown): void
}

/** The job that copies a project aside when it is opened. */
const BACKUP = 'backup-of-the-session'
/** Milliseconds for which one waits for that at the end. */
const SOON = 300
/** Milliseconds for which what nobody waits for leaves the cores to what the window has asked first. */
const AT_MOST = 1000

/** The project that is open: its store, the threads that work on it, the folder of its team. */
export class OpenedProject {
  /** Which file it is (see `whichFile`), or that this goes on with. */
  readonly id: string
  readonly store: Store
  /** Long work, one after the other where it writes. */
  readonly jobs: WorkThread<Jobs>
  /** Questions that the window asks and that may take longer than a frame; no long work stands before them. */
  readonly queries: WorkThread<QueryTasks>
  readonly teamFolder: TeamFolder
  /** Comes when it is closed: nobody waits then for what can be done the next time. */
  readonly #leaving = new AbortController()
  /** Whether what nobody waits for may begin: once the window has its first answer; not where the project is left before. */
  readonly #served = Promise.withResolvers<boolean>()
  readonly #startReader: StartReader | undefined
  /** Undefined after it came to nothing: whoever needs to know looks again. */
  #isWhole: Promise<void> | undefined
  readonly #backup: Promise<void>
  #synchronised: SynchronisedPlace | null = null
  /** Why this session has no backup, for the person; null where it has one, needs none, or one is being made. */
  notBackedUp: string | null = null

  constructor(store: Store, surroundings: Surroundings, id: string) {
    this.id = id
    const { annotator, onNotBackedUp, startReader } = surroundings
    this.store = store
    this.jobs = new WorkThread<Jobs>('jobs-thread', store, annotator)
    this.queries = new WorkThread<QueryTasks>('queries-thread', store, annotator)
    this.#startReader = startReader
    void this.queries.answered.then(() => this.#served.resolve(true))
    setTimeout(() => this.#served.resolve(true), AT_MOST).unref()
    this.#backup = this.#served.promise
      .then(served => (served ? this.backUp(BACKUP) : undefined))
      .then(() => {}, onNotBackedUp)
    this.teamFolder = new TeamFolder({ ...surroundings, jobs: this.jobs, ready: this.#backup })
  }

  /** Backs it up, once it is known to be whole. Throws a refusal: `damaged`, `disk`, `cancelled`. */
  async backUp(job: string, progress?: (done: number, total: number) => void): Promise<string | undefined> {
    this.#isWhole ??= lookThrough(this.store, this.#startReader, this.#leaving.signal)
    await this.#isWhole.catch(error => {
      this.#isWhole = undefined
      throw error
    })
    const backup = await this.jobs.run({ kind: 'back-up' }, job, progress)
    this.notBackedUp = null
    return backup
  }

  /** What synchronises the place where it lies, as it was last looked at. */
  get synchronised(): SynchronisedPlace | null {
    return this.#synchronised
  }

  /** Finds out whether something synchronises its place. @returns whether that is otherwise than before */
  async lookAtPlace(): Promise<boolean> {
    if (!(await this.#served.promise)) return false
    const { folder } = this.teamFolder.state
    const place = await this.jobs.run({ kind: 'synchronised-place', teamFolder: folder }).catch(() => null)
    if (JSON.stringify(place) === JSON.stringify(this.#synchronised)) return false
    this.#synchronised = place
    return true
  }

  /** Stops a piece of long work. */
  cancel(job: string): void {
    this.jobs.cancel(job)
    this.queries.cancel(job)
  }

  /** Resolves once its threads have nothing to do. */
  async idle(): Promise<void> {
    await Promise.all([this.jobs.idle(), this.queries.idle()])
  }

  async close(): Promise<void> {
    await this.#leaveBackup()
    await this.teamFolder.close()
    await Promise.all([this.jobs.close(), this.queries.close()])
    this.store.close()
  }

  /** The copy that was begun when it was opened comes to its end where that is soon; else the next opening makes one. */
  async #leaveBackup(): Promise<void> {
    this.#served.resolve(false)
    const waiting = new AbortController()
    await Promise.race([this.#backup, delay(SOON, null, waiting)])
    waiting.abort()
    this.#leaving.abort()
    this.jobs.cancel(BACKUP)
    await this.#backup
  }
}
