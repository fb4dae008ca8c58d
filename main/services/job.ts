/** The work of the jobs' thread, by its names; how it is done is said in do-job.ts. */
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
import type { AnnotatorId, GroupId } from '#app/model/ids'
import type { TagSum } from '#app/search/tag-hits'
import type { ByRule } from '#main/adjudication/adjudicate-by-rule'
import type { FeedbackCounts, FeedbackPlan } from '#main/adjudication/write-feedback'
import type { StartFile, Starting } from '#main/assign/start-files'
import type { TagEqual } from '#main/equal/tag-equal'
import type { MergingFiles, NamedFile } from '#main/exchange/merge-files'
import type { SharedFile } from '#main/exchange/share'
import type { SharePartPlan } from '#main/exchange/share-part'
import type { Syncing } from '#main/exchange/team-folder'
import type { ExportPlan } from '#main/export/export-corpus'
import type { LabelChoices } from '#main/import/codebook-of-file'
import type { Looked } from '#main/import/look-into'
import type { Read } from '#main/import/read-content'
import type { Bulk, BulkDone } from '#main/library/bulk'
import type { RenamedValue } from '#main/register/rename-value'
import type { TagHits } from '#main/search/tag-hits'
import type { Direction } from '#main/store/history'
import type { RevertedInBrief } from './reverted-in-brief.ts'

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
