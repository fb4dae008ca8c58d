import type { Services } from '#app/contract'
import { resolveConflict } from '#main/exchange/resolve-conflict'
import type { Application } from './application.ts'

export function conflictServices(application: Application): Pick<Services, 'conflict.resolve'> {
  return {
    'conflict.resolve': async resolution => {
      const seq = await application.whenFree((store, by) => resolveConflict(store, by, resolution))
      const { kind } = resolution
      if (kind === 'label' || kind === 'attribute') application.sessionChanged()
      // A label counts in every article; what an article is called stands in the library.
      application.changed(null)
      return { seq }
    },
  }
}
