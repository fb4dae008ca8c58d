/** The team folder of the open project: rounds in the jobs' thread, at the start, on demand and when the folder changes. */
import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { ArrivedFile, PastRound, TeamFolderState } from '#app/contract'
import type { FolderRound } from '#app/exchange/folder-round'
import type { MergeReport } from '#app/exchange/merge-report'
import type { KnownSigners } from '#app/exchange/signature'
import { Refusal, toFailure } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import type { ArticleId } from '#app/model/ids'
import type { SigningKey } from '#main/exchange/sign'
import { type FolderWatch, watchFolder } from '#main/exchange/watch-folder'
import type { Jobs } from './job.ts'
import { reportFault } from './outcome.ts'
import type { WorkThread } from './work-thread.ts'

export interface Keeping {
  readonly jobs: WorkThread<Jobs>
  /** Who works here, as they are called now. */
  by(): Annotator
  /** Whose signature our files bear. */
  key(): Promise<SigningKey>
  /** Whose signatures are known. */
  signers(): KnownSigners
  /** What tells this installation from others in the folder. */
  device(): string
  /** Settles once rounds may begin. */
  readonly ready: Promise<unknown>
  /** The state is another. */
  onState(state: TeamFolderState): void
  /** Something came in; null where it may be anywhere. */
  onMerged(articles: readonly ArticleId[] | null): void
}

const NONE: TeamFolderState = {
  folder: null,
  working: false,
  checked: null,
  last: null,
  waiting: [],
  conflictCopies: [],
  problem: null,
}

export class TeamFolder {
  readonly #keeping: Keeping
  #state = NONE
  #watch: FolderWatch | undefined
  /** Those who wait for a round that has not begun yet. */
  #asked: (() => void)[] = []

  constructor(keeping: Keeping) {
    this.#keeping = keeping
  }

  get state(): TeamFolderState {
    return this.#state
  }

  /** Takes a folder, in the place of the one there is; null for none. */
  async take(folder: string | null): Promise<void> {
    await this.#leave()
    this.#change({ ...NONE, folder })
    if (folder === null) return
    this.#watch = watchFolder(folder, {
      round: signal => this.#round(folder, signal),
      // Said where it is caught; the watch goes on.
      onError: () => {},
    })
  }

  /** Does a round, and waits for its end. */
  async sync(): Promise<TeamFolderState> {
    const { folder } = this.#state
    if (folder === null || !this.#watch) return this.#state
    const done = new Promise<void>(resolve => this.#asked.push(resolve))
    this.#watch.now()
    await done
    return this.#state
  }

  /** Takes back what the last round brought. */
  async undo(): Promise<TeamFolderState> {
    const { last } = this.#state
    if (!last || last.undo === null) throw new Refusal('nothing-to-undo', 'It was taken back already.')
    await this.#keeping.jobs.run({ kind: 'undo-round', group: last.undo, doneBy: this.#keeping.by().id })
    this.#keeping.onMerged(null)
    this.#change({ last: { ...last, undo: null } })
    return this.#state
  }

  close(): Promise<void> {
    return this.#leave()
  }

  async #leave(): Promise<void> {
    const watch = this.#watch
    this.#watch = undefined
    await watch?.close()
    for (const resolve of this.#asked.splice(0)) resolve()
  }

  async #round(folder: string, signal: AbortSignal): Promise<void> {
    await this.#keeping.ready
    const asked = this.#asked.splice(0)
    try {
      if (signal.aborted) return
      this.#change({ working: true })
      const round = await this.#runRound(folder, signal)
      if (signal.aborted) return
      this.#note(round)
    } catch (error) {
      if (!signal.aborted) this.#change({ working: false, problem: toFailure(error, reportFault).message })
      throw error
    } finally {
      for (const resolve of asked) resolve()
    }
  }

  async #runRound(folder: string, signal: AbortSignal): Promise<FolderRound> {
    const { jobs, by, device, key, signers } = this.#keeping
    const id = randomUUID()
    const syncing = { by: by(), device: device(), key: await key(), signers: signers() }
    const cancel = () => jobs.cancel(id)
    signal.addEventListener('abort', cancel)
    try {
      return await jobs.run({ kind: 'sync', folder, ...syncing }, id)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  #note(round: FolderRound): void {
    const { merged, waiting, conflictCopies, written, undo } = round
    const at = new Date().toISOString()
    const didSomething = undo !== null || written !== null || merged.length > 0
    if (undo !== null) this.#keeping.onMerged(articlesOf(merged))
    this.#change({
      ...{ working: false, checked: at, waiting, conflictCopies, problem: null },
      last: didSomething ? pastRound(round, at) : this.#state.last,
    })
  }

  #change(changed: Partial<TeamFolderState>): void {
    this.#state = { ...this.#state, ...changed }
    this.#keeping.onState(this.#state)
  }
}

/** Throws a refusal where it is no folder that can be the team's. */
export async function assertFolder(path: string): Promise<void> {
  if (!isAbsolute(path))
    throw new Refusal('invalid-input', 'Name the folder with its whole path, from the beginning.')
  const isFolder = await stat(path).then(
    stats => stats.isDirectory(),
    () => false,
  )
  if (!isFolder)
    throw new Refusal('not-found', `${path} is no folder. Choose the folder that your team shares.`)
}

const pastRound = ({ merged, falls, written, undo }: FolderRound, at: string): PastRound => ({
  ...{ at, falls, undo },
  arrived: merged.map(arrivedFile),
  written: written?.name ?? null,
})

const arrivedFile = ({ file, header, articlesChanged, counts }: MergeReport): ArrivedFile => {
  const sums = Object.values(counts)
  return {
    ...{ name: file, by: header.by, at: header.at, articles: articlesChanged },
    conflicts: sums.reduce((sum, one) => sum + one.conflicting, 0),
    news: sums.some(one => one.added + one.updated + one.conflicting > 0),
  }
}

/** The articles in which something changed; null where that may be in any, as with a label. */
function articlesOf(merged: readonly MergeReport[]): ArticleId[] | null {
  const anywhere = (['label', 'attribute', 'article', 'segmentation', 'review', 'project'] as const).some(
    kind =>
      merged.some(({ counts }) => {
        const { added = 0, updated = 0, conflicting = 0 } = counts[kind] ?? {}
        return added + updated + conflicting > 0
      }),
  )
  const untold = merged.some(({ articles, articlesChanged }) => articlesChanged > articles.length)
  return anywhere || untold ? null : merged.flatMap(({ articles }) => articles.map(({ article }) => article))
}
