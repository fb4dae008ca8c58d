import type { ArticleId } from '../model/ids.ts'
import type { Progress } from '../model/layer.ts'
import type { Action, Edit } from '../model/record.ts'
import type { Range } from '../text/range.ts'
import { nothing, step } from './call.ts'

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
}

export const historyCalls = {
  'history.undo': step<Reverted>()(nothing),
  'history.redo': step<Reverted>()(nothing),
} as const
