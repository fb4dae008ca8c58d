/** The reading half of a round: merges what the folder has and the project has not. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WaitingFile, WaitingReason } from '#app/exchange/folder-round'
import type { MergeReport } from '#app/exchange/merge-report'
import { Refusal } from '#app/failure'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import type { Clock, Store } from '#main/store/store'
import { type Merging, merge } from '../merge.ts'
import { type FolderMemory, sha256OfFile } from './folder-memory.ts'
import { type FolderRecord, folderRecord, type Reached } from './folder-record.ts'
import type { FolderFile } from './list-folder.ts'
import { peekHeader } from './peek-header.ts'
import { waitingFile } from './waiting.ts'

export interface Arriving extends Pick<Merging, 'signers' | 'accepted'> {
  readonly by: AnnotatorId
  readonly group: GroupId
  readonly now: Clock
  readonly memory: FolderMemory
  readonly signal?: AbortSignal | undefined
}

interface Arrived {
  readonly merged: readonly MergeReport[]
  readonly waiting: readonly WaitingFile[]
  /** False where the merges brought nothing new. */
  readonly changed: boolean
}

type Tried =
  | {
      readonly became: 'merged'
      readonly report: MergeReport
      readonly whole: boolean
      readonly changed: boolean
    }
  | { readonly became: 'waiting'; readonly reason: WaitingReason }
  /** Another project's, or gone again, or the same as one that was merged. */
  | { readonly became: 'ignored' }

/**
 * Merges the files that the project does not know, each in a transaction of its own, in the order in which they follow
 * on one another. Throws a refusal `cancelled`; what was merged until then stays.
 */
export async function mergeArrivals(
  store: Store,
  files: readonly FolderFile[],
  arriving: Arriving,
): Promise<Arrived> {
  const { now } = arriving
  const record = folderRecord(store)
  const [known, reached] = [record.known(), record.reached()]
  const merged: MergeReport[] = []
  let changed = false
  const reasons = new Map<FolderFile, WaitingReason>()
  let pending = files.filter(({ sha256 }) => !known.has(sha256))
  for (let before = -1; merged.length > before; ) {
    before = merged.length
    const left: FolderFile[] = []
    for (const file of pending) {
      const tried: Tried = known.has(file.sha256)
        ? { became: 'ignored' }
        : await tryToMerge(store, file, record, reached.get(file.device), arriving)
      if (tried.became === 'waiting') {
        reasons.set(file, tried.reason)
        left.push(file)
      }
      if (tried.became !== 'merged') continue
      merged.push(tried.report)
      changed ||= tried.changed
      known.add(file.sha256)
      reached.set(file.device, reachedWith(reached.get(file.device), file.number, tried.whole))
    }
    pending = left
  }
  // What a later whole file says again need not come any more; if it comes, it is merged all the same.
  const missed = pending.filter(({ device, number }) => number >= (reached.get(device)?.whole ?? 0))
  const waiting = store.together(() => {
    record.onlyWaiting(missed.map(({ name }) => name))
    const at = now()
    return missed.map(file => {
      const since = record.waitsSince(file, new Date(at).toISOString())
      return waitingFile(file, reasons.get(file) ?? 'incomplete', since, at)
    })
  })
  return { merged, waiting, changed }
}

const reachedWith = (before: Reached | undefined, number: number, whole: boolean): Reached => ({
  numbers: new Set(before?.numbers).add(number),
  whole: Math.max(before?.whole ?? 0, whole ? number : 0),
})

/** Merges a file, unless it cannot be yet. It is read from a copy: a synchroniser may replace it at any moment. */
async function tryToMerge(
  store: Store,
  file: FolderFile,
  record: FolderRecord,
  reached: Reached | undefined,
  { by, group, now, memory, signal, ...trust }: Arriving,
): Promise<Tried> {
  if (signal?.aborted) throw new Refusal('cancelled', 'The merge was stopped; what was merged before stays.')
  if (file.sha256 === '' || memory.unreadable.has(file.sha256))
    return { became: 'waiting', reason: 'incomplete' }
  const place = await mkdtemp(join(tmpdir(), 'assay-'))
  const copy = join(place, file.name)
  try {
    await copyFile(file.path, copy)
    const header = await peekHeader(copy)
    if (header.project.id !== store.tables.project.only().id) return { became: 'ignored' }
    const whole = header.scope.since === null
    if (!whole && !follows(file, reached)) return { became: 'waiting', reason: 'gap' }
    if ((await sha256OfFile(copy)) !== file.sha256) return { became: 'waiting', reason: 'incomplete' }
    let changed = false
    const onMerged = (change: number | undefined) => {
      changed = change !== undefined
      record.noteMerged(file, whole, change, new Date(now()).toISOString())
    }
    const merging = { by, group, aside: true, onMerged, ...trust }
    const report = await merge(store, copy, merging, signal ? { signal } : {})
    return { became: 'merged', report, whole, changed }
  } catch (error) {
    const tried = waitingFor(error)
    if (!tried) throw error
    if (tried.became === 'waiting' && tried.reason === 'incomplete') memory.unreadable.add(file.sha256)
    return tried
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** Whether what a file of changes builds on is in the project. */
const follows = ({ number }: FolderFile, reached: Reached | undefined): boolean =>
  reached !== undefined && (reached.numbers.has(number - 1) || number <= reached.whole)

/** What became of a file whose merge threw; undefined where it was not for the file's sake. */
function waitingFor(error: unknown): Tried | undefined {
  if (error instanceof Refusal) {
    if (error.code === 'newer-version' || error.code === 'too-large' || error.code === 'untrusted')
      return { became: 'waiting', reason: error.code }
    if (error.code !== 'unreadable') return undefined
    return { became: 'waiting', reason: error.details?.missing === true ? 'missing' : 'incomplete' }
  }
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? { became: 'ignored' }
    : undefined
}
