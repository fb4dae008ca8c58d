import type { Services } from '#app/contract'
import type { Application } from './application.ts'

export function sessionServices(
  application: Application,
): Pick<Services, 'session.state' | 'session.rename' | 'session.offline' | 'preferences.change'> {
  return {
    'session.state': () => application.session(),
    'session.rename': async ({ name }) => {
      application.settings.rename(name)
      const { id } = application.annotator
      if (application.session().project) await application.whenFree(store => store.introduce(id, name))
      return application.sessionChanged()
    },
    'preferences.change': preferences => {
      application.settings.prefer(preferences)
      return application.sessionChanged()
    },
    'session.offline': ({ offline }) => {
      application.settings.workOffline(offline)
      return application.sessionChanged()
    },
  }
}
