/** Opening and making projects. Whoever opens one for its one user holds its lock until the store is closed. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import type { Codebook } from '#app/model/codebook'
import type { AnnotatorId } from '#app/model/ids'
import type { Project } from '#app/model/project'
import type { Edit } from '#app/model/record'
import { partialPath, syncFolder } from '#main/export/write-whole'
import { blindfold, worksBlind } from './blindfold.ts'
import { assertSound, assertWhole } from './check.ts'
import { connect, keyOf, openDatabase } from './connection.ts'
import { removeDatabase } from './copy-whole.ts'
import { diskRefusal, isSqlite } from './disk.ts'
import { fileAt, moved } from './in-place.ts'
import { lockProject } from './lock.ts'
import { bringUpToDate } from './migrations/bring-up-to-date.ts'
import { migrate, schemaVersion } from './migrations/migrations.ts'
import { isProtected, needsPassphrase, type ProjectKey } from './protection/project-key.ts'
import { removeHalves } from './protection/protect.ts'
import { type Clock, Store } from './store.ts'

/** What a new project begins with. */
export interface Beginning {
  readonly project: Project
  readonly codebook: Codebook
  readonly annotator: Annotator
}

/**
 * Makes a project file, whole or not at all: under another name beside it, until it has all it begins with. Throws a
 * refusal (`exists`) where something is there already.
 */
export function createProject(path: string, beginning: Beginning, now: Clock = Date.now): Store {
  if (existsSync(path)) throw new Refusal('exists', `${path} is there already. Choose another name.`)
  return guarded(path, () => {
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    const lock = lockProject(path)
    const partial = partialPath(path)
    try {
      begin(partial, beginning, now)
      renameSync(partial, path)
      syncFolder(dirname(path))
      return new Store(path, connect(path, { mustExist: true }), lock, now)
    } catch (error) {
      removeDatabase(partial)
      lock.release()
      throw error
    }
  })
}

/** Writes what a new project begins with. */
function begin(path: string, { project, codebook, annotator }: Beginning, now: Clock): void {
  const db = connect(path, {})
  try {
    migrate(db)
    const store = new Store(path, db, undefined, now)
    store.introduce(annotator.id, annotator.name)
    const edits: Edit[] = [
      { kind: 'project', id: project.id, after: project },
      ...codebook.labels.map((label): Edit => ({ kind: 'label', id: label.id, after: label })),
      ...codebook.attributes.map((one): Edit => ({ kind: 'attribute', id: one.id, after: one })),
    ]
    store.write({ by: annotator.id, action: 'create-project', edits })
  } finally {
    // Closing the only connection brings all into the one file.
    db.close()
  }
}

interface Opening {
  readonly now?: Clock
  /** Of a protected project; see `keyOfFile`. */
  readonly key?: ProjectKey | undefined
}

/**
 * Opens a project for its one user: locks it, checks it, and brings it up to this version, a copy kept aside. Throws a
 * refusal (`needs-passphrase`) where it is protected and no key is given.
 */
export function openProject(path: string, { now = Date.now, key: given }: Opening = {}): Store {
  return guarded(path, () => {
    if (!statSync(path).isFile())
      throw new Refusal('invalid-input', `${path} is a folder. Name a project file.`)
    const lock = lockProject(path)
    try {
      // Between asking for the passphrase and now another command may have removed it.
      const isClosed = isProtected(path)
      if (isClosed && !given) throw needsPassphrase(path)
      const key = isClosed ? given : undefined
      removeHalves(path)
      assertProject(path, key)
      const db = connect(path, { mustExist: true, key })
      try {
        bringUpToDate(db, path)
        assertSound(db, basename(path))
        return new Store(path, db, lock, now)
      } catch (error) {
        db.close()
        throw error
      }
    } catch (error) {
      lock.release()
      throw error
    }
  })
}

/** Beside the connection of the main thread. What it reads again is in the system's memory as well. */
const JOINING = { timeout: 30_000, mustExist: true, cache: 4_000 }

/**
 * Opens a project that this process holds open already, for a thread of its own. Throws a refusal (`moved`) where the
 * file at its path is another one by now.
 *
 * @param file which one was opened; see `fileAt`
 */
export function joinProject(path: string, file: string | undefined, key?: ProjectKey): Store {
  if (fileAt(path) !== file) throw moved(path)
  return guarded(path, () => new Store(path, connect(path, { ...JOINING, key }), undefined, Date.now))
}

/** Another connection to an open project, to be read only, with what an annotator sees who works blind; see blindfold.ts. */
export function joinBlind({ path, db: open, assertInPlace }: Store, annotator: AnnotatorId): Store {
  assertInPlace()
  return guarded(path, () => {
    const db = connect(path, { ...JOINING, key: keyOf(open) })
    blindfold(db, annotator)
    return new Store(path, db, undefined, Date.now)
  })
}

/** Does reading work on what an annotator may see of a project: while they work blind, their own layer. */
export async function asSeenBy<T>(
  store: Store,
  annotator: AnnotatorId,
  work: (seen: Store) => T | Promise<T>,
): Promise<T> {
  if (!worksBlind(store, annotator)) return work(store)
  const blind = joinBlind(store, annotator)
  try {
    return await work(blind)
  } finally {
    blind.close()
  }
}

/**
 * Looks a project through that somebody has open, reading only. It takes seconds for each gigabyte, and cannot be stopped.
 * Throws a refusal (`damaged`) where it is not whole.
 */
export function assertWholeAt(path: string, key: ProjectKey | undefined): void {
  guarded(path, () => {
    const db = openDatabase(path, { readonly: true, mustExist: true, key })
    try {
      assertWhole(db, basename(path))
    } finally {
      db.close()
    }
  })
}

/** What the disk says becomes a sentence for a person. */
function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw diskRefusal(error, path) ?? error
  }
}

/** Refuses what is no project of ours. The file is only read for it, and stays as it is. */
function assertProject(path: string, key: ProjectKey | undefined): void {
  // What a killed process had begun is taken back first, and who only reads cannot do that.
  const readonly = !existsSync(`${path}-journal`)
  const db = openDatabase(path, { readonly, mustExist: true, key })
  try {
    if (schemaVersion(db) === 0)
      throw new Refusal('unreadable', `${basename(path)} is empty. Choose a file that Assay made.`)
  } catch (error) {
    // The key fits some of its pages.
    if (key && isSqlite(error) && error.code === 'SQLITE_NOTADB')
      throw diskRefusal({ code: 'SQLITE_CORRUPT' }, path) ?? error
    throw error
  } finally {
    db.close()
  }
}
