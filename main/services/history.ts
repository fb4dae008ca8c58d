import type { Reverted, Services } from '#app/contract'
import type { Direction } from '#main/store/history'
import type { Application } from './application.ts'
import { inBrief } from './reverted-in-brief.ts'

/** Up to so many records a step is taken back at once; a heavier one would make the window wait. */
const LIGHT = 500

export function historyServices(application: Application): Pick<Services, 'history.undo' | 'history.redo'> {
  async function revert(direction: Direction): Promise<Reverted> {
    const { id } = application.annotator
    const heavy = application.store.history.weight(id, direction, LIGHT + 1) > LIGHT
    const { action, place, edits, elsewhere, codebook } = heavy
      ? await application.jobs.run({ kind: 'revert', direction })
      : inBrief(await application.whenFree(store => store.history.revert(id, direction)), id)
    if (codebook) application.sessionChanged()
    application.changed(place && !elsewhere ? [place.article] : null)
    const progress = place && application.store.progress.get(place.article, id)
    return {
      ...{ action, edits, elsewhere },
      seq: application.store.lastChange(),
      place: place && progress && { ...place, progress },
    }
  }
  return { 'history.undo': () => revert('undo'), 'history.redo': () => revert('redo') }
}
