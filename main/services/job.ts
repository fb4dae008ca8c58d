import type { RuleReport } from '#app/adjudication/by-rule'
import type {
  AdjudicationQueue,
  Correction,
  Dealt,
  DealtAgain,
  EqualTagged,
  ImportedFile,
  Outcome,
  SourcePreview,
  SynchronisedPlace,
} from '#app/contract'
import type { FolderRound } from '#app/exchange/folder-round'
import type { MergeReport } from '#app/exchange/merge-report'
import { Refusal } from '#app/failure'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import type { TagSum } from '#app/search/tag-hits'
import { adjudicateByRule, type ByRule } from '#main/adjudication/adjudicate-by-rule'
import { mostUrgent } from '#main/adjudication/queue'
import { type FeedbackCounts, type FeedbackPlan, giveFeedback } from '#main/adjudication/write-feedback'
import { dealArticles, planDealing } from '#main/assign/deal-articles'
import { dealSecondReading, planSecondReading } from '#main/assign/second-reading'
import { type StartFile, type Starting, writeStartFile } from '#main/assign/start-files'
import { type TagEqual, tagEqual } from '#main/equal/tag-equal'
import { type MergingFiles, mergeFiles, type NamedFile } from '#main/exchange/merge-files'
import type { SharedFile } from '#main/exchange/share'
import { type SharePartPlan, sharePart } from '#main/exchange/share-part'
import { synchronisedPlace } from '#main/exchange/synchronised-path'
import { type Syncing, syncFolder } from '#main/exchange/team-folder'
import { folderMemory } from '#main/exchange/team-folder/folder-memory'
import { type ExportPlan, exportCorpus, type Watch } from '#main/export/export-corpus'
import { writeWhole } from '#main/export/write-whole'
import { Bibliography } from '#main/import/bibliography'
import type { LabelChoices } from '#main/import/codebook-of-file'
import type { Looked } from '#main/import/look-into'
import type { Read } from '#main/import/read-content'
import { type Bulk, type BulkDone, doBulk } from '#main/library/bulk'
import { type RenamedValue, renameValue } from '#main/register/rename-value'
import { type TagHits, tagHits } from '#main/search/tag-hits'
import { assertSound } from '#main/store/check'
import { copyWhole } from '#main/store/copy-whole'
import type { Direction } from '#main/store/history'
import { asSeenBy } from '#main/store/open'
import { type Pause, stopped } from '#main/store/pause'
import type { Store } from '#main/store/store'
import { inBrief, type RevertedInBrief } from './reverted-in-brief.ts'
import type { Task } from './work-thread.ts'

/** What can be done in the jobs' thread, and what each comes to. */
export type Jobs = {
  readonly preview: { readonly given: { readonly looked: Looked }; readonly done: SourcePreview }
  readonly import: {
    readonly given: {
      readonly read: Read
      readonly labels: LabelChoices
      readonly corrections: readonly Correction[]
      readonly group: GroupId
    }
    readonly done: ImportedFile
  }
  readonly export: {
    readonly given: Omit<ExportPlan, 'format' | 'by'> & { readonly format: string; readonly path: string }
    readonly done: { readonly articles: number; readonly bytes: number }
  }
  readonly 'merge-files': {
    readonly given: Required<Pick<MergingFiles, 'labels' | 'dryRun' | 'group' | 'signers' | 'accepted'>> & {
      readonly files: readonly NamedFile[]
    }
    readonly done: readonly Outcome<MergeReport>[]
  }
  readonly 'deal-out': {
    readonly given: Dealt
    readonly done: number
  }
  readonly 'deal-again': { readonly given: DealtAgain; readonly done: number }
  readonly 'start-file': { readonly given: Starting & { readonly path: string }; readonly done: StartFile }
  readonly share: {
    readonly given: SharePartPlan
    readonly done: SharedFile
  }
  /** One round of a team folder. */
  readonly sync: {
    readonly given: Required<Pick<Syncing, 'by' | 'device' | 'key' | 'signers'>> & { readonly folder: string }
    readonly done: FolderRound
  }
  /** By whom the round was done, which may be another than who works now: a second reading is in no round. */
  readonly 'undo-round': {
    readonly given: { readonly group: GroupId; readonly doneBy: AnnotatorId }
    readonly done: RevertedInBrief
  }
  readonly 'synchronised-place': {
    readonly given: { readonly teamFolder: string | null }
    readonly done: SynchronisedPlace | null
  }
  readonly save: {
    readonly given: { readonly bytes: Uint8Array; readonly path: string }
    readonly done: number
  }
  readonly 'adjudication-queue': {
    readonly given: { readonly limit: number }
    readonly done: AdjudicationQueue
  }
  readonly feedback: { readonly given: FeedbackPlan; readonly done: FeedbackCounts }
  readonly 'adjudicate-by-rule': { readonly given: ByRule; readonly done: RuleReport }
  readonly bulk: { readonly given: Bulk; readonly done: BulkDone }
  readonly revert: { readonly given: { readonly direction: Direction }; readonly done: RevertedInBrief }
  readonly 'tag-hits': {
    readonly given: { readonly asked: TagHits; readonly group: GroupId }
    readonly done: TagSum
  }
  readonly 'tag-equal': { readonly given: TagEqual; readonly done: EqualTagged }
  readonly 'rename-value': { readonly given: RenamedValue; readonly done: number }
  /** By a connection that has a moved file open still. */
  readonly copy: { readonly given: { readonly path: string }; readonly done: undefined }
  /** Of a project that is known to be whole. */
  readonly 'back-up': { readonly given: object; readonly done: string | undefined }
}

/** For work that is paused by the call of a function. */
const pauseOf =
  ({ onProgress, signal }: Watch): Pause =>
  (done, total) => {
    if (signal?.aborted) throw stopped()
    onProgress?.(done, total)
  }

const signalOf = ({ signal }: Watch) => (signal ? { signal } : {})

/** Articles that the window is told one by one of each merged file. */
const TOLD = 10_000

/** Does jobs on a store, in whichever thread this runs. */
export function jobDoer(
  store: Store,
  by: AnnotatorId,
): (job: Task<Jobs>, watch: Watch) => Promise<Jobs[keyof Jobs]['done']> {
  const bibliography = new Bibliography()
  const memory = folderMemory()
  return async (job, watch) => {
    switch (job.kind) {
      case 'preview': {
        const { previewOf } = await import('#main/import/preview-content')
        return previewOf(store, job.looked)
      }
      case 'import': {
        // What tells languages takes a second and 150 MB to load: not with every project that is opened.
        const { importRead } = await import('#main/import/import-content')
        const { read, labels, corrections, group } = job
        return importRead(
          store,
          read,
          { by, group },
          { corrections, labels, bibliography: bibliography.for(group) },
        )
      }
      case 'bulk':
        return doBulk(store, by, await asSeenBy(store, by, seen => named(seen, job, by)), watch)
      case 'revert':
        return inBrief(store.history.revert(by, job.direction), by)
      case 'copy':
        await copyWhole(store.db, job.path, { check: assertSound })
        return undefined
      case 'back-up':
        return store.backUp(new Date(), { isKnownWhole: true, pause: pauseOf(watch) })
      case 'save':
        return writeWhole(job.path, [job.bytes])
      case 'adjudication-queue':
        return mostUrgent(store, job.limit, watch)
      case 'feedback':
        return giveFeedback(store, job, watch)
      case 'merge-files': {
        const { kind: _, files, ...merging } = job
        return mergeFiles(store, files, { ...merging, by, articlesTold: TOLD }, watch)
      }
      case 'sync': {
        const { kind: _, folder, ...syncing } = job
        return syncFolder(store, folder, { ...syncing, memory, ...signalOf(watch) })
      }
      case 'undo-round':
        return inBrief(store.history.revertAside(job.doneBy, job.group), by)
      case 'synchronised-place':
        return synchronisedPlace(store.path, job.teamFolder ?? undefined)
      case 'share':
        return sharePart(store, job, watch)
      case 'deal-out': {
        const { to, terms, blind } = job
        const at = new Date().toISOString()
        return dealArticles(store, planDealing(store, to, terms), { by, terms, blind, at }).articles
      }
      case 'deal-again': {
        const plan = planSecondReading(store, job.annotators, job.terms)
        return dealSecondReading(store, plan, { by, at: new Date().toISOString() })
      }
      case 'start-file': {
        const { path, ...starting } = job
        return writeStartFile(store, starting, path, watch)
      }
      case 'tag-hits':
        return tagHits(store, by, job.asked, job.group, watch)
      case 'adjudicate-by-rule':
        return adjudicateByRule(store, by, job, watch)
      case 'tag-equal':
        return tagEqual(store, by, job, watch)
      case 'rename-value':
        return renameValue(store, by, job, watch)
      case 'export': {
        const { formatWithId } = await import('#app/formats/index')
        const format = formatWithId(job.format)
        if (!format) throw new Refusal('not-found', `There is no format “${job.format}”.`)
        return asSeenBy(store, by, seen => exportCorpus(seen, { ...job, format, by }, job.path, watch))
      }
    }
  }
}

/** With the articles by name that the person sees fit their filter. */
const named = (seen: Store, bulk: Bulk, by: AnnotatorId): Bulk => ({
  ...bulk,
  selection: { articles: seen.library.idsOf(bulk.selection, by) },
})
