/** What a merge did, or would do. */
import type { Annotator } from '../model/annotator.ts'
import type { ArticleId, LabelId } from '../model/ids.ts'
import type { Kind } from '../model/record.ts'
import type { Header } from './exchange-file.ts'
import type { SignatureReport } from './signature.ts'

/** What becomes of a record of the file. Every one of them is counted once. */
export type MergeOutcome =
  /** The project had no such record. */
  | 'added'
  /** The file knows a later version. */
  | 'updated'
  /** The project has this very version. */
  | 'unchanged'
  /** The project knows a later version. */
  | 'superseded'
  /** Neither knows of the other: both are kept, until somebody decides. */
  | 'conflicting'
  /** It has no place here: what another project says of its own name, codebook or articles, or a label left out. */
  | 'refused'

export const MERGE_OUTCOMES: readonly MergeOutcome[] = [
  'added',
  'updated',
  'unchanged',
  'superseded',
  'conflicting',
  'refused',
]

export type OutcomeCounts = Readonly<Record<MergeOutcome, number>>

/** What comes into one article. */
export interface ArticleReport {
  readonly article: ArticleId
  readonly title: string
  /** True where the project had not this article. */
  readonly added: boolean
  readonly annotators: readonly AnnotatorReport[]
  /** Sentences on which a decision came in, or went. */
  readonly decisions: number
}

export interface AnnotatorReport {
  readonly annotator: Annotator
  /** Annotations. */
  readonly added: number
  readonly changed: number
  readonly deleted: number
}

/** A label of another project that annotations of the file bear, and what it is taken for here. */
export interface ForeignLabel {
  readonly name: string
  /** Null where its annotations stay out. */
  readonly ours: LabelId | null
  /** How that was found: the ids or the names are the same, or a person said so; null where it was not. */
  readonly by: 'person' | 'id' | 'name' | null
  /** Annotations that bear it. */
  readonly count: number
}

/** A record of which two versions contradict one another since the merge. */
export interface ReportedConflict {
  readonly kind: Kind
  /** Of the label, or of the article that it is about. */
  readonly name: string
}

export interface MergeReport {
  readonly file: string
  readonly header: Header
  /** False where the file is of another project: then only articles, people and their work come in. */
  readonly sameProject: boolean
  /** Who signed the file, and what that is worth here. */
  readonly signature: SignatureReport
  readonly counts: Readonly<Partial<Record<Kind, OutcomeCounts>>>
  /** Articles in which something changed, the first of them; `articlesChanged` counts all. */
  readonly articles: readonly ArticleReport[]
  readonly articlesChanged: number
  /** What came to contradict, the first of it; the counts have all. */
  readonly conflicts: readonly ReportedConflict[]
  /** Of a file of another project: the labels that its annotations bear, the most used first. */
  readonly labels: readonly ForeignLabel[]
  /** Those of them that are none of ours: to be mapped, or left out. */
  readonly unknownLabels: readonly { readonly name: string; readonly count: number }[]
}

export const noOutcomes = (): Record<MergeOutcome, number> => ({
  ...{ added: 0, updated: 0, unchanged: 0, superseded: 0, conflicting: 0, refused: 0 },
})
