/**
 * An open project. It owns the connection; everything else of the house reads and writes through it.
 */
import { basename } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import type { Refusal } from '#app/failure'
import type { Article } from '#app/model/article'
import type { Codebook } from '#app/model/codebook'
import type { AnnotatorId } from '#app/model/ids'
import type { Change, Edit } from '#app/model/record'
import type { Range } from '#app/text/range'
import { Turns } from '#main/turns'
import { atomically } from './atomically.ts'
import { backUp } from './backup.ts'
import { assertSound, assertWhole, isLarge } from './check.ts'
import { newSession } from './clock.ts'
import { keyOf } from './connection.ts'
import { diskRefusal } from './disk.ts'
import { disputeKeeper } from './disputes.ts'
import { historyOf } from './history.ts'
import { keepsInPlace } from './in-place.ts'
import { libraryOf } from './library.ts'
import type { Lock } from './lock.ts'
import type { Pause } from './pause.ts'
import { positionKeeper } from './positions.ts'
import { progressKeeper } from './progress.ts'
import type { ProjectKey } from './protection/project-key.ts'
import { protectBackups } from './protection/protect.ts'
import { queuesOf } from './queues.ts'
import { annotationTable } from './tables/annotations.ts'
import { annotatorTable } from './tables/annotators.ts'
import { articleTable } from './tables/articles.ts'
import { attributeTable, codebookReader, labelTable } from './tables/codebook.ts'
import { collectionTable, membershipTable } from './tables/collections.ts'
import { dealingTable } from './tables/dealings.ts'
import { decisionTable } from './tables/decisions.ts'
import { editionTable } from './tables/editions.ts'
import { guidelineTable } from './tables/guidelines.ts'
import { identityTable } from './tables/identities.ts'
import { projectTable } from './tables/project.ts'
import { reviewTable } from './tables/reviews.ts'
import { segmentationTable } from './tables/segmentations.ts'
import type { Tables } from './tables/tables.ts'
import { type Versions, versionKeeper } from './versions.ts'
import { type Write, writer } from './write.ts'
import { setWriter } from './write-versions.ts'

export type Clock = () => number

/** An article on its way in. */
export interface NewArticle {
  readonly article: Article
  readonly text: string
  readonly sentences: readonly Range[]
  /** Whether they are other than Assay would have made them; false by default. */
  readonly mended?: boolean
}

interface BackingUp {
  readonly isKnownWhole?: boolean
  readonly pause?: Pause
}

export class Store {
  readonly path: string
  readonly db: Database
  readonly tables: Tables
  readonly codebook: () => Codebook
  readonly versions: Versions
  readonly progress: ReturnType<typeof progressKeeper>
  readonly disputes: ReturnType<typeof disputeKeeper>
  readonly positions: ReturnType<typeof positionKeeper>
  readonly library: ReturnType<typeof libraryOf>
  readonly queues: ReturnType<typeof queuesOf>
  readonly history: ReturnType<typeof historyOf>
  /** The one way to write; see write.ts. */
  readonly write: Write
  /** How a merge writes; see write-versions.ts. */
  readonly writeVersions: ReturnType<typeof setWriter>
  /** Throws a refusal (`moved`) where the file at the path is no longer the one that was opened. */
  readonly assertInPlace: () => void
  readonly #lock: Lock | undefined
  readonly #lastChange: Statement<[], number>
  readonly #backups = new Turns()

  constructor(path: string, db: Database, lock: Lock | undefined, now: Clock) {
    this.path = path
    this.db = db
    this.#lock = lock
    this.tables = {
      project: projectTable(db),
      annotator: annotatorTable(db),
      label: labelTable(db),
      attribute: attributeTable(db),
      edition: editionTable(db),
      guideline: guidelineTable(db),
      article: articleTable(db),
      segmentation: segmentationTable(db),
      annotation: annotationTable(db),
      review: reviewTable(db),
      decision: decisionTable(db),
      collection: collectionTable(db),
      membership: membershipTable(db),
      dealing: dealingTable(db),
      identity: identityTable(db),
    }
    this.codebook = codebookReader(db)
    this.#lastChange = db.prepare<[], number>('select max(seq) from changes').pluck()
    this.progress = progressKeeper(db, this.tables.segmentation)
    this.disputes = disputeKeeper(db, this.tables)
    this.positions = positionKeeper(db)
    this.library = libraryOf(db, this.lastChange.bind(this), this.codebook)
    this.queues = queuesOf(db, this.tables, this.codebook)
    const session = newSession()
    this.versions = versionKeeper(db, this.tables)
    this.assertInPlace = keepsInPlace(path)
    const derived = { progress: this.progress, disputes: this.disputes }
    this.write = writer(db, this.tables, this.versions, derived, now, session, this.assertInPlace)
    this.writeVersions = setWriter(db, this.versions, derived, now, session, this.assertInPlace)
    this.history = historyOf(db, this.tables, this.versions, this.write, this.writeVersions)
  }

  /** With which the project is protected; undefined where it is not. */
  get key(): ProjectKey | undefined {
    return keyOf(this.db)
  }

  /** Makes a person known in the project, under the name they bear now. Nothing where they are. */
  introduce(id: AnnotatorId, name: string): void {
    if (this.tables.annotator.get(id)?.name === name) return
    const action = this.tables.annotator.get(id) ? 'rename-annotator' : 'introduce-annotator'
    this.write({ by: id, action, edits: [{ kind: 'annotator', id, after: { id, name } }] })
  }

  /** Adds an article with its text and sentences, and what else comes with it, as one change. */
  addArticle(
    { article, text, sentences, mended = false }: NewArticle,
    change: Pick<Change, 'by' | 'group'> & Partial<Pick<Change, 'action'>>,
    more: readonly Edit[] = [],
  ): void {
    const edits: Edit[] = [
      { kind: 'article', id: article.id, after: article },
      { kind: 'segmentation', id: article.id, after: { article: article.id, sentences, mended } },
      ...more,
    ]
    this.together(() => {
      this.tables.article.keepText(article.id, text)
      this.write({ action: 'import-article', ...change, edits })
    })
  }

  /** Several changes in one transaction: all are on the disk, or none. */
  together<T>(work: () => T): T {
    return atomically(this.db, work)
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

  /**
   * Copies the project aside; see backup.ts. A large one is looked through before, which opening has not done: throws a
   * refusal (`damaged`) where it is not whole, and lets no older backup go for it. One after the other: what is
   * half made goes with the next. Throws what `pause` does.
   *
   * @param isKnownWhole nobody need look it, or its copy, through if it is large
   */
  backUp(at: Date, { isKnownWhole = false, pause }: BackingUp = {}): Promise<string | undefined> {
    return this.#backups.next(async () => {
      if (!isKnownWhole && isLarge(this.db)) assertWhole(this.db, basename(this.path))
      if (this.key) protectBackups(this.path, this.key)
      return backUp(this.db, this.path, at, { pause, check: isKnownWhole ? assertSound : assertWhole })
    })
  }

  close(): void {
    this.db.close()
    this.#lock?.release()
  }
}
