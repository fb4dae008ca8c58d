import type { Services, Session } from '#app/contract'
import { secondReaderOf } from '#app/model/second-reading'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'
import { assertReadsAgain, identify } from './identity.ts'

type SessionCalls =
  | 'session.state'
  | 'session.rename'
  | 'session.identify'
  | 'session.read-again'
  | 'session.offline'
  | 'preferences.change'

export function sessionServices(application: Application): Pick<Services, SessionCalls> {
  /** Has the person be somebody else in the project, after what they did before is written. */
  async function become(change: (store: Store) => void): Promise<Session> {
    await application.whenFree(change)
    const session = application.sessionChanged()
    application.changed(null)
    return session
  }

  return {
    'session.state': () => application.session(),
    'session.rename': async ({ name }) => {
      application.settings.rename(name)
      const person = { ...application.person, name }
      if (application.session().project) await application.whenFree(store => renameIn(store, person))
      return application.sessionChanged()
    },
    'session.identify': ({ annotator }) => become(store => identify(store, application.settings, annotator)),
    'session.read-again': ({ on }) =>
      become(store => {
        if (on) assertReadsAgain(store, application.person)
        application.settings.readAgain(store.tables.project.only().id, on)
      }),
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

/** A second reading bears the name of its person. */
function renameIn(store: Store, person: Parameters<typeof secondReaderOf>[0]): void {
  store.introduce(person.id, person.name)
  const reader = secondReaderOf(person)
  if (store.tables.annotator.get(reader.id)) store.introduce(reader.id, reader.name)
}
