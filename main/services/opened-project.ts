import type { SynchronisedPlace } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import type { QueryTasks } from '#main/queries/query-names'
import type { Store } from '#main/store/store'
import type { Jobs } from './job.ts'
import { type Keeping, TeamFolder } from './team-folder.ts'
import { WorkThread } from './work-thread.ts'

/** What an open project knows of the application. */
export interface Surroundings extends Omit<Keeping, 'jobs' | 'ready'> {
  /** Whose layer the threads write. */
  annotator(): AnnotatorId
  /** The copy that is made when it is opened came to nothing. */
  onNotBackedUp(error: unknown): void
}

/** The project that is open: its store, the threads that work on it, the folder of its team. */
export class OpenedProject {
  readonly store: Store
  /** Long work, one after the other where it writes. */
  readonly jobs: WorkThread<Jobs>
  /** Questions that the window asks and that may take longer than a frame; no long work stands before them. */
  readonly queries: WorkThread<QueryTasks>
  readonly teamFolder: TeamFolder
  readonly #backup: Promise<void>
  #synchronised: SynchronisedPlace | null = null

  constructor(store: Store, surroundings: Surroundings) {
    const { annotator, onNotBackedUp } = surroundings
    this.store = store
    this.jobs = new WorkThread<Jobs>('jobs-thread', store, annotator)
    this.queries = new WorkThread<QueryTasks>('queries-thread', store, annotator)
    this.#backup = this.jobs.run({ kind: 'back-up' }).then(() => {}, onNotBackedUp)
    this.teamFolder = new TeamFolder({ ...surroundings, jobs: this.jobs, ready: this.#backup })
  }

  /** What synchronises the place where it lies, as it was last looked at. */
  get synchronised(): SynchronisedPlace | null {
    return this.#synchronised
  }

  /** Finds out whether something synchronises its place. @returns whether that is otherwise than before */
  async lookAtPlace(): Promise<boolean> {
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
    await this.#backup
    await this.teamFolder.close()
    await Promise.all([this.jobs.close(), this.queries.close()])
    this.store.close()
  }
}
