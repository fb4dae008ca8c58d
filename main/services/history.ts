import type { LayerEdit, Reverted, Services } from '#app/contract'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { Effect } from '#app/model/record'
import { type Range, sameRange } from '#app/text/range'
import type { Direction } from '#main/store/history'
import type { Application } from './application.ts'

/** Up to so many records a step is taken back at once; a heavier one would make the window wait. */
const LIGHT = 500

export function historyServices(application: Application): Pick<Services, 'history.undo' | 'history.redo'> {
  async function revert(direction: Direction): Promise<Reverted> {
    const { id } = application.annotator
    const heavy = application.store.history.weight(id, direction) > LIGHT
    const { action, effects } = heavy
      ? await application.jobs.run({ kind: 'revert', direction })
      : await application.whenFree(store => store.history.revert(id, direction))
    // A merge is of many articles, and mostly of what others did: it is told, not shown at one place.
    const place = action === 'merge' ? null : placeOf(effects)
    if (effects.some(({ kind }) => kind === 'label' || kind === 'attribute')) application.sessionChanged()
    application.changed(place?.range && isWithin(effects, place.article) ? [place.article] : null)
    const progress = place && application.store.progress.get(place.article, id)
    return {
      action,
      seq: application.store.lastChange(),
      edits: effects.flatMap(effect => layerEdit(effect, id)),
      place: place && progress && { ...place, progress },
      undo: application.undoState(),
    }
  }
  return { 'history.undo': () => revert('undo'), 'history.redo': () => revert('redo') }
}

/** Where in the corpus effects can be seen: the article and the range of the first one that has them. */
function placeOf(effects: readonly Effect[]): Omit<NonNullable<Reverted['place']>, 'progress'> | null {
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

/** The edit of an effect on an annotator's own layer, without what was before. */
function layerEdit({ kind, id, before, after }: Effect, own: AnnotatorId): LayerEdit[] {
  const record = after ?? before
  if (!record || !('annotator' in record) || record.annotator !== own) return []
  // Kind and record belong together by the type of Effect, which does not survive taking it apart.
  return kind === 'annotation' || kind === 'review' ? [{ kind, id, after } as LayerEdit] : []
}

/** The first sentence that is another than before. */
const firstMended = (before: readonly Range[], after: readonly Range[]): Range | null =>
  after.find((range, index) => !sameRange(range, before[index] ?? NOWHERE)) ?? null

const NOWHERE: Range = { start: -1, end: -1 }
