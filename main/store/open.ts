/** Opening and making projects. Whoever opens one for its one user holds its lock until the store is closed. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import type { Codebook } from '#app/model/codebook'
import type { Project } from '#app/model/project'
import type { Edit } from '#app/model/record'
import { partialPath, syncFolder } from '#main/export/write-whole'
import { assertSound } from './check.ts'
import { connect } from './connection.ts'
import { removeDatabase } from './copy-whole.ts'
import { diskRefusal } from './disk.ts'
import { fileAt, moved } from './in-place.ts'
import { lockProject } from './lock.ts'
import { bringUpToDate } from './migrations/bring-up-to-date.ts'
import { migrate, schemaVersion } from './migrations/migrations.ts'
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
      return new Store(path, connect(path, { timeout: 0, mustExist: true }), lock, now)
    } catch (error) {
      removeDatabase(partial)
      lock.release()
      throw error
    }
  })
}

/** Writes what a new project begins with. */
function begin(path: string, { project, codebook, annotator }: Beginning, now: Clock): void {
  const db = connect(path, { timeout: 0 })
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

/** Opens a project for its one user: locks it, checks it, and brings it up to this version, a copy kept aside. */
export function openProject(path: string, now: Clock = Date.now): Store {
  return guarded(path, () => {
    if (!statSync(path).isFile())
      throw new Refusal('invalid-input', `${path} is a folder. Name a project file.`)
    const lock = lockProject(path)
    try {
      assertProject(path)
      const db = connect(path, { timeout: 0, mustExist: true })
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

/**
 * Opens a project that this process holds open already, for a thread of its own. Throws a refusal (`moved`) where the
 * file at its path is another one by now.
 *
 * @param file which one was opened; see `fileAt`
 */
export function joinProject(path: string, file: string | undefined, now: Clock = Date.now): Store {
  if (fileAt(path) !== file) throw moved(path)
  return guarded(
    path,
    () => new Store(path, connect(path, { timeout: 30_000, mustExist: true }), undefined, now),
  )
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
function assertProject(path: string): void {
  const db = new SQLite(path, { readonly: true, fileMustExist: true })
  try {
    if (schemaVersion(db) === 0)
      throw new Refusal('unreadable', `${basename(path)} is empty. Choose a file that Assay made.`)
  } finally {
    db.close()
  }
}
