/**
 * Records are what a project is made of, and an edit is the only way in which one changes. What is written,
 * undone, shared and merged is always a list of edits.
 */
import { Annotation } from './annotation.ts'
import { Annotator } from './annotator.ts'
import { Article } from './article.ts'
import { Attribute } from './attribute.ts'
import { Collection, Membership } from './collection.ts'
import { Dealing } from './dealing.ts'
import { Decision } from './decision.ts'
import { Edition } from './edition.ts'
import { Guideline } from './guideline.ts'
import { Identity } from './identity.ts'
import type { AnnotatorId, GroupId } from './ids.ts'
import { Label } from './label.ts'
import { Project } from './project.ts'
import { Review } from './review.ts'
import { Segmentation } from './segmentation.ts'

/** The schema of each kind of record. The order is one in which they can be written: what is pointed to comes first. */
export const recordSchemas = {
  project: Project,
  annotator: Annotator,
  label: Label,
  attribute: Attribute,
  edition: Edition,
  guideline: Guideline,
  article: Article,
  segmentation: Segmentation,
  annotation: Annotation,
  review: Review,
  decision: Decision,
  collection: Collection,
  membership: Membership,
  dealing: Dealing,
  identity: Identity,
} as const

export interface Records {
  readonly project: Project
  readonly annotator: Annotator
  readonly label: Label
  readonly attribute: Attribute
  readonly edition: Edition
  /** Its id is the project's. */
  readonly guideline: Guideline
  readonly article: Article
  /** Its id is the article's. */
  readonly segmentation: Segmentation
  readonly annotation: Annotation
  /** Its id is made by `reviewId`. */
  readonly review: Review
  /** Its id is made by `decisionId`. */
  readonly decision: Decision
  readonly collection: Collection
  /** Its id is made by `membershipId`. */
  readonly membership: Membership
  readonly dealing: Dealing
  /** Its id is made by `identityId`. */
  readonly identity: Identity
}

export type Kind = keyof Records

/** A record with its kind: whoever tells the kind knows the record. */
export type KindedRecord = {
  readonly [P in Kind]: { readonly kind: P; readonly record: Records[P] }
}[Kind]

/** A record with the kind under which it is kept. */
export const ofKind = <K extends Kind>(kind: K, record: Records[K]): KindedRecord =>
  ({ kind, record }) as KindedRecord // K is one of the kinds

/** One record becomes `after`, or goes away where that is null. */
export type Edit<K extends Kind = Kind> = {
  readonly [P in K]: { readonly kind: P; readonly id: string; readonly after: Records[P] | null }
}[K]

/** What an edit did: the record as it was before it, null where there was none. */
export type Effect = Edit & { readonly before: Records[Kind] | null }

/** What a change was, for the history and for the words "Undo …". */
export type Action =
  | 'create-project'
  | 'introduce-annotator'
  | 'rename-annotator'
  | 'import-article'
  | 'import-annotations'
  | 'change-codebook'
  | 'describe-article'
  | 'collect'
  | 'change-guideline'
  | 'look-again'
  | 'deal-out'
  | 'open-layers'
  | 'identify'
  | 'empty-bin'
  | 'merge'
  | 'resolve-conflict'
  | 'tag'
  | 'untag'
  | 'review'
  | 'annotate'
  | 'rename-value'
  | 'adjudicate'
  | 'split-sentence'
  | 'join-sentences'
  | 'undo'
  | 'redo'

/** Edits that happen together or not at all, by one annotator. */
export interface Change {
  readonly by: AnnotatorId
  readonly action: Action
  readonly edits: readonly Edit[]
  /** Changes of one group are undone and redone as one. */
  readonly group?: GroupId
}
