import type { ArticleId } from '../model/ids.ts'
import type { Progress } from '../model/layer.ts'
import type { Action, Edit } from '../model/record.ts'
import type { Range } from '../text/range.ts'
import { call, nothing } from './call.ts'

/** What undo and redo would do now; null where there is nothing. */
export interface UndoState {
  readonly undo: Action | null
  readonly redo: Action | null
  /** The change that undo would take back, by its number, the last of its group; null for none. */
  readonly step: number | null
}

export type LayerEdit = Edit<'annotation' | 'review'>

export interface Reverted {
  /** The action that was undone or redone. */
  readonly action: Action
  readonly seq: number | null
  /** What it did to the person's own layer of the article where it can be seen. */
  readonly edits: readonly LayerEdit[]
  /** Whether it did something to other articles too, or to none in particular. */
  readonly elsewhere: boolean
  /** Where it can be seen; null where it touched no single article, or the article is gone. */
  readonly place: {
    readonly article: ArticleId
    readonly range: Range | null
    /** How far the person has come in it now. */
    readonly progress: Progress
  } | null
  readonly undo: UndoState
}

export const historyCalls = {
  'history.undo': call<Reverted>()(nothing),
  'history.redo': call<Reverted>()(nothing),
} as const
