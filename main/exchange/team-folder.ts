/**
 * The team folder: a folder that something else synchronises. Every installation writes files of its own there and
 * reads everybody else's, so that no file is ever written by two; see docs/teams.md for what it promises.
 */
import { v7 as uuidv7 } from 'uuid'
import { type Fall, type FolderRound, fellSuddenly } from '#app/exchange/folder-round'
import type { Accepted, KnownSigners } from '#app/exchange/signature'
import type { Annotator } from '#app/model/annotator'
import { type AnnotatorId, GroupId } from '#app/model/ids'
import type { Clock, Store } from '#main/store/store'
import type { SigningKey } from './sign.ts'
import { type FolderMemory, folderMemory } from './team-folder/folder-memory.ts'
import { listFolder } from './team-folder/list-folder.ts'
import { mergeArrivals } from './team-folder/merge-arrivals.ts'
import { writeSeries } from './team-folder/write-series.ts'

export interface Syncing {
  /** Who works here; known in the project. */
  readonly by: Annotator
  /** The id of this installation; see `SettingsStore.device`. */
  readonly device: string
  readonly now?: Clock
  readonly signal?: AbortSignal
  /** Spares the rounds after the first most of their reading. */
  readonly memory?: FolderMemory
  /** Files of changes after which our series begins anew with a whole one; 50 by default. */
  readonly longest?: number
  /** Whose signature our files bear; none by default. */
  readonly key?: SigningKey
  /** See `Merging`. */
  readonly signers?: KnownSigners
  readonly accepted?: readonly Accepted[]
}

/**
 * Does one round: merges what is new from others, then writes what is new of ours. What cannot be merged yet waits for
 * another round. Throws a refusal: `not-found` where the folder is not there, `disk`, `cancelled`; what was done until
 * then is whole, and the next round goes on from there.
 */
export async function syncFolder(
  store: Store,
  folder: string,
  { by, device, now = Date.now, signal, memory = folderMemory(), longest, key, ...trust }: Syncing,
): Promise<FolderRound> {
  const files = await listFolder(folder, store.tables.project.only().id, memory)
  const group = GroupId.parse(uuidv7())
  const before = annotationsOfAll(store)
  const { merged, waiting, changed } = await mergeArrivals(store, files, {
    by: by.id,
    group,
    now,
    memory,
    signal,
    ...trust,
  })
  const falls = changed ? fallsSince(store, before) : []
  const written = await writeSeries(store, folder, { by, device, now, memory, longest, signal, key })
  const conflictCopies = files.filter(({ conflict }) => conflict).map(({ name }) => name)
  return { merged, waiting, conflictCopies, falls, undo: changed ? group : null, written }
}

/** How many annotations each annotator has. */
function annotationsOfAll({ tables }: Store): Map<AnnotatorId, number> {
  const all = new Map<AnnotatorId, number>()
  for (const { annotator, count } of tables.annotation.counts())
    all.set(annotator, (all.get(annotator) ?? 0) + count)
  return all
}

function fallsSince(store: Store, before: ReadonlyMap<AnnotatorId, number>): Fall[] {
  const after = annotationsOfAll(store)
  return Array.from(before).flatMap(([id, count]) => {
    const counts = { before: count, after: after.get(id) ?? 0 }
    const annotator = store.tables.annotator.get(id)
    return annotator && fellSuddenly(counts) ? [{ annotator, ...counts }] : []
  })
}
