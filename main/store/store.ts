/**
 * An open project. It owns the connection; everything else of the house reads and writes through it.
 */
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import { Refusal } from '#app/failure'
import type { Article } from '#app/model/article'
import type { Codebook } from '#app/model/codebook'
import type { AnnotatorId } from '#app/model/ids'
import type { Project } from '#app/model/project'
import type { Change, Edit } from '#app/model/record'
import type { Range } from '#app/text/range'
import { backUp } from './backup.ts'
import { assertWhole } from './check.ts'
import { connect } from './connection.ts'
import { diskRefusal } from './disk.ts'
import { historyOf } from './history.ts'
import { libraryOf } from './library.ts'
import { type Lock, lockProject } from './lock.ts'
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrations/migrations.ts'
import { progressKeeper } from './progress.ts'
import { annotationTable } from './tables/annotations.ts'
import { annotatorTable } from './tables/annotators.ts'
import { articleTable } from './tables/articles.ts'
import { attributeTable, codebookReader, labelTable } from './tables/codebook.ts'
import { projectTable } from './tables/project.ts'
import { reviewTable } from './tables/reviews.ts'
import { segmentationTable } from './tables/segmentations.ts'
import { type Tables, type Write, writer } from './write.ts'

export type Clock = () => number

export class Store {
  readonly path: string
  readonly db: Database
  readonly tables: Tables
  readonly codebook: () => Codebook
  readonly progress: ReturnType<typeof progressKeeper>
  readonly library: ReturnType<typeof libraryOf>
  readonly history: ReturnType<typeof historyOf>
  /** The one way to write; see write.ts. */
  readonly write: Write
  readonly #lock: Lock | undefined
  readonly #lastChange: Statement<[], number>

  constructor(path: string, db: Database, lock: Lock | undefined, now: Clock) {
    this.path = path
    this.db = db
    this.#lock = lock
    this.tables = {
      project: projectTable(db),
      annotator: annotatorTable(db),
      label: labelTable(db),
      attribute: attributeTable(db),
      article: articleTable(db),
      segmentation: segmentationTable(db),
      annotation: annotationTable(db),
      review: reviewTable(db),
    }
    this.codebook = codebookReader(db)
    this.#lastChange = db.prepare<[], number>('select max(seq) from changes').pluck()
    this.progress = progressKeeper(db, this.tables.segmentation)
    this.library = libraryOf(db)
    this.write = writer(db, this.tables, this.progress, now)
    this.history = historyOf(db, this.tables, this.write)
  }

  /** Makes a person known in the project, under the name they bear now. Nothing where they are. */
  introduce(id: AnnotatorId, name: string): void {
    if (this.tables.annotator.get(id)?.name === name) return
    const action = this.tables.annotator.get(id) ? 'rename-annotator' : 'introduce-annotator'
    this.write({ by: id, action, edits: [{ kind: 'annotator', id, after: { id, name } }] })
  }

  /** Adds an article with its text and sentences, as one change. */
  addArticle(
    article: Article,
    text: string,
    sentences: readonly Range[],
    change: Pick<Change, 'by' | 'group'>,
  ): void {
    const edits: Edit[] = [
      { kind: 'article', id: article.id, after: article },
      { kind: 'segmentation', id: article.id, after: { article: article.id, sentences, mended: false } },
    ]
    this.db
      .transaction(() => {
        this.tables.article.keepText(article.id, text)
        this.write({ ...change, action: 'import-article', edits })
      })
      .immediate()
  }

  /** Several changes in one transaction: all are on the disk, or none. */
  together<T>(work: () => T): T {
    return this.db.transaction(work).immediate()
  }

  /** Does reading work on the project as it stands at its beginning, whatever is written meanwhile elsewhere. */
  async asOfNow<T>(work: () => Promise<T>): Promise<T> {
    this.db.exec('begin')
    try {
      return await work()
    } finally {
      this.db.exec('rollback')
    }
  }

  /** What SQLite or the disk said of this project, as a refusal; undefined where it is a fault of ours. */
  refusalOf(error: unknown): Refusal | undefined {
    return diskRefusal(error, this.path)
  }

  /** The place of the last change in the project's sequence; 0 before the first. */
  lastChange(): number {
    return this.#lastChange.get() ?? 0
  }

  /** Copies the project aside; see backup.ts. */
  backUp(at: Date): Promise<string | undefined> {
    return backUp(this.db, this.path, at)
  }

  close(): void {
    this.db.close()
    this.#lock?.release()
  }
}

/** What a new project begins with. */
export interface Beginning {
  readonly project: Project
  readonly codebook: Codebook
  readonly annotator: { readonly id: AnnotatorId; readonly name: string }
}

/** Makes a project file. Throws a refusal (`exists`) where something is there already. */
export function createProject(path: string, beginning: Beginning, now: Clock = Date.now): Store {
  if (existsSync(path)) throw new Refusal('exists', `${path} is there already. Choose another name.`)
  return guarded(path, () => {
    mkdirSync(dirname(path), { recursive: true })
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
      const db = connect(path, { timeout: 0, mustExist: true })
      try {
        const version = schemaVersion(db)
        if (version === 0)
          throw new Refusal('unreadable', `${basename(path)} is empty. Choose a file that Assay made.`)
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

/** What the disk says becomes a sentence for a person. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw diskRefusal(error, path) ?? error
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
