/** The merge of several files as one step: whatever their order, and whatever some of them are. */
import { statSync } from 'node:fs'
import type { Outcome } from '#app/contract'
import type { MergeReport } from '#app/exchange/merge-report'
import type { Watch } from '#main/export/export-corpus'
import { outcomeOf } from '#main/services/outcome'
import type { Store } from '#main/store/store'
import { inTransaction, type Merging, merge, mergeWithin, stoppedMerge } from './merge.ts'

export interface NamedFile {
  readonly path: string
  /** What it is called for a person. */
  readonly name: string
}

export type MergingFiles = Omit<Merging, 'name' | 'onMerged'>

/**
 * Merges files one after the other, each wholly or not at all. One that speaks of what another brings is merged after
 * that. One that is refused hinders no other. A dry run shows what all of them together would bring.
 *
 * @param watch is told how many bytes of the files have been read. Stopped, it leaves what was merged; a dry run then
 *   throws `cancelled`
 * @returns what became of each, in their order
 */
export function mergeFiles(
  store: Store,
  files: readonly NamedFile[],
  merging: MergingFiles,
  watch: Watch = {},
): Promise<Outcome<MergeReport>[]> {
  const work = () => mergeEach(store, files, merging, watch)
  return merging.dryRun ? inTransaction(store, true, work) : work()
}

async function mergeEach(
  store: Store,
  files: readonly NamedFile[],
  merging: MergingFiles,
  watch: Watch,
): Promise<Outcome<MergeReport>[]> {
  const mergeOne = merging.dryRun ? tryOne : merge
  const outcomes = new Map<NamedFile, Outcome<MergeReport>>()
  const progress = progressOver(files, watch)
  let pending = files
  for (let before = Number.POSITIVE_INFINITY; pending.length > 0 && pending.length < before; ) {
    before = pending.length
    const waiting: NamedFile[] = []
    for (const file of pending) {
      const outcome = await outcomeOf(
        () => {
          if (watch.signal?.aborted) throw stoppedMerge()
          return mergeOne(store, file.path, { ...merging, name: file.name }, progress(file))
        },
        error => store.refusalOf(error),
      )
      if (merging.dryRun && !outcome.ok && outcome.failure.code === 'cancelled') throw stoppedMerge()
      outcomes.set(file, outcome)
      progress(file).onProgress?.(1, 1)
      if (!outcome.ok && outcome.failure.details?.missing === true) waiting.push(file)
    }
    pending = waiting
  }
  return files.flatMap(file => outcomes.get(file) ?? [])
}

/** Merges within the transaction of the dry run; what is refused is taken back to where it began. */
async function tryOne(store: Store, path: string, merging: Merging, watch: Watch): Promise<MergeReport> {
  store.db.exec('savepoint one_file')
  try {
    return await mergeWithin(store, path, merging, watch)
  } catch (error) {
    store.db.exec('rollback to one_file')
    throw error
  } finally {
    store.db.exec('release one_file')
  }
}

/** The watch over one file, which tells of all of them. */
function progressOver(files: readonly NamedFile[], watch: Watch): (file: NamedFile) => Watch {
  const sizes = files.map(sizeOf)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return file => {
    const place = files.indexOf(file)
    const before = sizes.slice(0, place).reduce((sum, size) => sum + size, 0)
    const share = sizes[place] ?? 0
    return {
      ...watch,
      onProgress: (read, whole) => watch.onProgress?.(before + (share * read) / Math.max(whole, 1), total),
    }
  }
}

/** Bytes; 0 for a file that is gone, which its merge then tells. */
const sizeOf = ({ path }: NamedFile): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
