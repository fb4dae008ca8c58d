/** Opening and making projects. Whoever opens one for its one user holds its lock until the store is closed. */
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import type { Codebook } from '#app/model/codebook'
import type { AnnotatorId } from '#app/model/ids'
import type { Project } from '#app/model/project'
import type { Edit } from '#app/model/record'
import { blindfold, worksBlind } from './blindfold.ts'
import { assertWhole } from './check.ts'
import { connect } from './connection.ts'
import { diskRefusal } from './disk.ts'
import { lockProject } from './lock.ts'
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrations/migrations.ts'
import { type Clock, Store } from './store.ts'

/** What a new project begins with. */
export interface Beginning {
  readonly project: Project
  readonly codebook: Codebook
  readonly annotator: Annotator
}

/** Makes a project file. Throws a refusal (`exists`) where something is there already. */
export function createProject(path: string, beginning: Beginning, now: Clock = Date.now): Store {
  if (existsSync(path)) throw new Refusal('exists', `${path} is there already. Choose another name.`)
  return guarded(path, () => {
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    const lock = lockProject(path)
    const db = connect(path, { timeout: 0 })
    migrate(db)
    const store = new Store(path, db, lock, now)
    const { project, codebook, annotator } = beginning
    store.introduce(annotator.id, annotator.name)
    const edits: Edit[] = [
      { kind: 'project', id: project.id, after: project },
      ...codebook.labels.map((label): Edit => ({ kind: 'label', id: label.id, after: label })),
      ...codebook.attributes.map((one): Edit => ({ kind: 'attribute', id: one.id, after: one })),
    ]
    store.write({ by: annotator.id, action: 'create-project', edits })
    return store
  })
}

/** Opens a project for its one user: locks it, checks it, and brings it up to this version, a copy kept aside. */
export function openProject(path: string, now: Clock = Date.now): Store {
  return guarded(path, () => {
    if (!statSync(path).isFile())
      throw new Refusal('invalid-input', `${path} is a folder. Name a project file.`)
    const lock = lockProject(path)
    try {
      const version = versionOf(path)
      const db = connect(path, { timeout: 0, mustExist: true })
      try {
        if (version < SCHEMA_VERSION) copyBeforeMigration(db, path, version)
        migrate(db)
        assertWhole(db, basename(path))
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

/** Opens a project that this process holds open already, for a thread of its own. */
export function joinProject(path: string, now: Clock = Date.now): Store {
  return guarded(
    path,
    () => new Store(path, connect(path, { timeout: 30_000, mustExist: true }), undefined, now),
  )
}

/** As `joinProject`, to be read only, with what an annotator sees who works blind; see blindfold.ts. */
export function joinBlind(path: string, annotator: AnnotatorId): Store {
  return guarded(path, () => {
    const db = connect(path, { timeout: 30_000, mustExist: true })
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
  const blind = joinBlind(store.path, annotator)
  try {
    return await work(blind)
  } finally {
    blind.close()
  }
}

/** What the disk says becomes a sentence for a person. */
function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw diskRefusal(error, path) ?? error
  }
}

/** The schema version of a file, which is only read for it: what is no project of ours stays as it is. */
function versionOf(path: string): number {
  const db = new SQLite(path, { readonly: true, fileMustExist: true })
  try {
    const version = schemaVersion(db)
    if (version > 0) return version
    throw new Refusal('unreadable', `${basename(path)} is empty. Choose a file that Assay made.`)
  } finally {
    db.close()
  }
}

function copyBeforeMigration(db: Database, path: string, version: number): void {
  db.pragma('wal_checkpoint(truncate)')
  const copy = join(
    dirname(path),
    `${basename(path, '.assay')} (before update from version ${version}).assay`,
  )
  if (!existsSync(copy)) copyFileSync(path, copy)
}
