/** The writing half of a round: adds to this device's own series what the folder does not say yet. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { WrittenFile } from '#app/exchange/folder-round'
import type { Annotator } from '#app/model/annotator'
import { clearPartials } from '#main/export/write-whole'
import type { Clock, Store } from '#main/store/store'
import { share } from '../share.ts'
import type { SigningKey } from '../sign.ts'
import { type FolderMemory, sha256OfFile } from './folder-memory.ts'
import { folderRecord, type OwnFile } from './folder-record.ts'
import { type FolderFile, listFolder } from './list-folder.ts'
import { seriesName, seriesPrefix } from './series-file.ts'

const LONGEST = 50
/** Bytes that the files of changes may have together, however small the whole one before them. */
const SMALL = 1 << 20

export interface Writing {
  readonly by: Annotator
  readonly device: string
  readonly now: Clock
  readonly memory: FolderMemory
  /** Files of changes after which a whole one is written anew. */
  readonly longest?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly key?: SigningKey | undefined
}

/** A file of ours that lies in the folder as we wrote it. */
type Standing = FolderFile & OwnFile

/**
 * Writes what happened in the project since its last file in this folder, apart from what came by files that are in
 * the folder. Throws a refusal: `disk`, `cancelled`.
 *
 * @returns null where there was nothing to write
 */
export async function writeSeries(
  store: Store,
  folder: string,
  { by, device, now, memory, longest = LONGEST, signal, key }: Writing,
): Promise<WrittenFile | null> {
  const project = store.tables.project.only().id
  const files = await listFolder(folder, project, memory)
  const record = folderRecord(store)
  const ours = files.filter(file => file.device === device)
  const standing = standingSeries(ours, record.own())
  const [base, last] = [standing[0], standing.at(-1)]
  if (base) await clear(folder, ours, record.own(), base, seriesPrefix(project, device))

  const without = record.changesBy(files)
  const upto = store.lastChange()
  if (last && !record.hasNews(last.upto, without)) return null
  const highest = Math.max(0, ...ours.map(({ number }) => number))
  const whole = !last || last.number < highest || isLong(standing, longest)
  const part = whole ? { annotator: null, after: 0 } : { annotator: null, after: last.upto, without }
  const name = seriesName(project, device, highest + 1)
  const path = join(folder, name)
  const { counts, bytes } = await share(store, { by, part, key }, path, signal ? { signal } : {})
  const own = { sha256: await sha256OfFile(path), whole, upto }
  record.noteWritten(own, device, highest + 1, new Date(now()).toISOString())
  return { name, whole, counts, bytes }
}

/**
 * The last whole file of ours with those that follow on it, one by one: what others can read. Files that we do not
 * know are those of another copy of the project, or of a time that a backup does not remember; ours do not build on
 * them.
 */
function standingSeries(
  files: readonly FolderFile[],
  known: ReadonlyMap<string, OwnFile>,
): readonly Standing[] {
  let [series, standing]: [readonly Standing[], readonly Standing[]] = [[], []]
  for (const file of files) {
    const own = known.get(file.sha256)
    if (file.conflict) continue
    if (!own) series = []
    else if (own.whole) series = [{ ...file, ...own }]
    else series = series.at(-1)?.number === file.number - 1 ? [...series, { ...file, ...own }] : []
    if (series.length > 0) standing = series
  }
  return standing
}

function isLong([whole, ...changes]: readonly Standing[], longest: number): boolean {
  const bytes = changes.reduce((sum, one) => sum + one.bytes, 0)
  return changes.length >= longest || bytes > Math.max(SMALL, whole?.bytes ?? 0)
}

/**
 * Removes our own files that a whole one of an earlier round has made needless, and what a crash left behind. What
 * cannot be removed now is removed another time.
 */
async function clear(
  folder: string,
  ours: readonly FolderFile[],
  known: ReadonlyMap<string, OwnFile>,
  { number }: Standing,
  prefix: string,
): Promise<void> {
  const needless = ours.filter(one => !one.conflict && one.number < number && known.has(one.sha256))
  for (const { path } of needless) await rm(path, { force: true }).catch(() => {})
  clearPartials(join(folder, prefix), `.${prefix}`)
}
