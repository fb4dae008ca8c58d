import { call } from '../door.ts'
import { notify } from './notices.ts'
import { useSession } from './session-store.ts'

export const knowsReleases = (): boolean => useSession.getState().session?.releases ?? false

/** Shows the page with Assay's releases in the system's browser. */
export async function showReleases(): Promise<void> {
  const outcome = await call('about.releases', {})
  if (!outcome.ok) notify(outcome.failure.message)
}
