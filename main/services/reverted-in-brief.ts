/**
 * What the window is told of an undo or redo. It is put together in the thread that did the work: of twenty thousand records
 * no more goes from one thread to the other, and to the window, than what can be shown at once.
 */
import type { LayerEdit } from '#app/contract'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Action, Effect } from '#app/model/record'
import { type Range, sameRange } from '#app/text/range'
import type { Reverted } from '#main/store/history'

interface PlaceInCorpus {
  readonly article: ArticleId
  /** Null for all of it. */
  readonly range: Range | null
}

export interface RevertedInBrief {
  readonly action: Action
  /** Where it can be seen; null where there is no such place. */
  readonly place: PlaceInCorpus | null
  /** What it did to the annotator's own layer of the article that is the place. */
  readonly edits: readonly LayerEdit[]
  /** Whether it did something to other articles too, or to none in particular. */
  readonly elsewhere: boolean
  /** Whether the codebook is another one now. */
  readonly codebook: boolean
}

/** @param own whose layer the window shows */
export function inBrief({ action, effects }: Reverted, own: AnnotatorId): RevertedInBrief {
  // A merge is of many articles, and mostly of what others did: it is told, not shown at one place.
  const place = action === 'merge' ? null : placeOf(effects)
  return {
    ...{ action, place },
    edits: effects.flatMap(effect => (place ? layerEdit(effect, own, place.article) : [])),
    elsewhere: !place?.range || !isWithin(effects, place.article),
    codebook: effects.some(({ kind }) => kind === 'label' || kind === 'attribute'),
  }
}

/** Where in the corpus effects can be seen: the article and the range of the first one that has them. */
function placeOf(effects: readonly Effect[]): PlaceInCorpus | null {
  for (const { kind, before, after } of effects) {
    const record = after ?? before
    if (record && 'article' in record && 'start' in record) {
      return { article: record.article, range: { start: record.start, end: record.end } }
    }
    if (kind === 'segmentation' && after && before && 'sentences' in before) {
      return { article: after.article, range: firstMended(before.sentences, after.sentences) }
    }
    if (kind === 'article' && after) return { article: after.id, range: null }
  }
  return null
}

/** Whether all that effects did is in one article; a change of many is undone as one. */
const isWithin = (effects: readonly Effect[], article: ArticleId): boolean =>
  effects.every(({ before, after }) => {
    const record = after ?? before
    return record === null || !('article' in record) || record.article === article
  })

/** The edit of an effect on an annotator's own layer of an article, without what was before. */
function layerEdit({ kind, id, before, after }: Effect, own: AnnotatorId, article: ArticleId): LayerEdit[] {
  const record = after ?? before
  if (!record || !('annotator' in record) || record.annotator !== own) return []
  if (!('article' in record) || record.article !== article) return []
  // Kind and record belong together by the type of Effect, which does not survive taking it apart.
  return kind === 'annotation' || kind === 'review' ? [{ kind, id, after } as LayerEdit] : []
}

/** The first sentence that is another than before. */
const firstMended = (before: readonly Range[], after: readonly Range[]): Range | null =>
  after.find((range, index) => !sameRange(range, before[index] ?? NOWHERE)) ?? null

const NOWHERE: Range = { start: -1, end: -1 }
