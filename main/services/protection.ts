import type { Services } from '#app/contract'
import { Refusal } from '#app/failure'
import { needsPassphrase, newProjectKey, opensWith } from '#main/store/protection/project-key'
import type { Rewritten } from '#main/store/protection/protect'
import type { Application } from './application.ts'

type ProtectionCalls =
  | 'project.protect'
  | 'project.lock'
  | 'project.unlock'
  | 'project.leave-locked'
  | 'project.stay'

export function protectionServices(application: Application): Pick<Services, ProtectionCalls> {
  return {
    'project.protect': async ({ passphrase, next, job }) => {
      await assertIsTheirs(application, passphrase)
      if (passphrase === null && next === null)
        throw new Refusal('conflict', 'The project has no passphrase. There is nothing to remove.')
      const done = await putUnder(application, next, job)
      return { session: application.session(), ...done }
    },
    'project.lock': async () => {
      await application.lock()
      return application.session()
    },
    'project.unlock': async ({ passphrase }) => {
      await application.unlock(passphrase)
      return application.session()
    },
    'project.leave-locked': () => {
      application.leaveLocked()
      return application.session()
    },
    'project.stay': () => {
      application.stay()
      return null
    },
  }
}

/** Whoever finds an unlocked window cannot change the passphrase. */
async function assertIsTheirs({ store, tries }: Application, passphrase: string | null): Promise<void> {
  const { key, path } = store
  if (!key && passphrase !== null)
    throw new Refusal('conflict', 'The project has no passphrase yet. Protect it with one.')
  if (!key) return
  if (passphrase === null) throw needsPassphrase(path)
  await tries.next(async () => {
    if (!(await opensWith(key, passphrase)))
      throw new Refusal(
        'wrong-passphrase',
        'This is not the passphrase that the project has. Try again; nothing was changed.',
      )
  })
}

async function putUnder(application: Application, next: string | null, job: string): Promise<Rewritten> {
  await application.atRest()
  // Closed, a file that was moved could not be found again.
  application.store.assertInPlace()
  const { path, key } = application.file
  const nextKey = next === null ? undefined : await newProjectKey(next)
  let done: Rewritten | undefined
  await application.reopenAfter(
    async () => {
      done = await application.inFiles({ do: 'rekey', path, key, next: nextKey }, job)
      return path
    },
    { next: { key: nextKey }, goesOn: true },
  )
  if (!done) throw new Error('a project was put under another key, and nothing is known of it')
  return done
}
