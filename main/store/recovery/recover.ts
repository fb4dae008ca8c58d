/**
 * Recovers a damaged project into a new file, as far as that can be done. The damaged one is only read. What its tables
 * have lost is taken from the history; what cannot be found is named. Row by row, so that it takes little memory.
 */
import { existsSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refusal } from '#app/failure'
import { partialPath, syncFolder } from '#main/export/write-whole'
import { problems } from '../check.ts'
import { connect } from '../connection.ts'
import { removeDatabase } from '../copy-whole.ts'
import { colleaguesFile, diskRefusal } from '../disk.ts'
import { migrate } from '../migrations/migrations.ts'
import { type Pause, unwatched } from '../pause.ts'
import { isProtected, needsPassphrase, type ProjectKey } from '../protection/project-key.ts'
import { Store } from '../store.ts'
import { gather } from './gather.ts'
import { openPages } from './pages.ts'
import { type Rebuilt, rebuild } from './rebuild.ts'
import { salvage } from './salvage.ts'

export interface Recovered extends Rebuilt {
  /** Pages and rows of the damaged file that could not be read. What was in them may or may not be among the lost. */
  readonly brokenPages: number
  readonly brokenRows: number
}

/**
 * Throws a refusal: `exists` where there is a file at `target`; `unreadable` where nothing of a project can be found;
 * `needs-passphrase` where it is protected and no key is given; `cancelled` where it was stopped, with nothing made.
 *
 * @param key of a protected project; what is recovered is protected with it too
 * @param pause is told of thousandths
 */
export function recover(path: string, target: string, key?: ProjectKey, pause = unwatched): Recovered {
  if (!key && isProtected(path)) throw needsPassphrase(path)
  if (existsSync(target)) throw new Refusal('exists', `${target} is there already. Choose another name.`)
  const [partial, scratch] = [partialPath(target), partialPath(target)]
  try {
    const gathered = newStore(scratch, key)
    const made = newStore(partial, key)
    try {
      const { brokenPages, brokenRows } = gatherRows(path, gathered, key, halfOf(pause, 0))
      const rebuilt = rebuild(gathered, made, basename(path, '.assay'), halfOf(pause, 1))
      const [wrong] = problems(made.db, 'thorough')
      if (wrong !== undefined) throw new Error(`what was recovered is not whole: ${wrong}`)
      // What closing brings into the one file is synced.
      made.db.pragma('synchronous = full')
      made.close()
      renameSync(partial, target)
      syncFolder(dirname(target))
      return { ...rebuilt, brokenPages, brokenRows }
    } finally {
      for (const store of [gathered, made]) if (store.db.open) store.close()
    }
  } catch (error) {
    throw diskRefusal(error, target) ?? error
  } finally {
    for (const file of [partial, scratch]) removeDatabase(file)
  }
}

/** Rows are read first, and records made of them then: as much work, in thousandths of the whole. */
const halfOf =
  (pause: Pause, half: 0 | 1): Pause =>
  (done, total) =>
    pause(500 * half + Math.floor((500 * done) / Math.max(total, 1)), 1000)

/** Puts the rows of a damaged file into a project of their own, each as it was found. */
function gatherRows(
  path: string,
  into: Store,
  key: ProjectKey | undefined,
  pause: Pause,
): Pick<Recovered, 'brokenPages' | 'brokenRows'> {
  const pages = openPages(path, key)
  const fresh = connect(':memory:', {})
  try {
    migrate(fresh)
    const { result, refused } = gather(into, take => salvage(pages, fresh, take, pause))
    if (result.rows > 0) return { brokenPages: result.brokenPages, brokenRows: result.brokenRows + refused }
    throw (
      colleaguesFile(path) ??
      new Refusal(
        'unreadable',
        `Nothing of a project was found in ${basename(path)}. Restore it from one of its backups.`,
      )
    )
  } finally {
    fresh.close()
    pages.close()
  }
}

/** An empty project in which rows may stand that point to nothing yet. */
function newStore(path: string, key: ProjectKey | undefined): Store {
  const db = connect(path, { key })
  migrate(db)
  db.pragma('foreign_keys = off')
  db.pragma('synchronous = off')
  // What is sorted on the way may be more than fits into memory.
  db.pragma('temp_store = file')
  return new Store(path, db, undefined, Date.now)
}
