import { useEffect } from 'react'
import { notify } from '../shell/notices.ts'
import { useSession } from '../shell/session-store.ts'
import { placeWarning } from './place-warning.ts'

/** Says once for each project that is opened where something synchronises its place. */
export function usePlaceWarning(): void {
  const file = useSession(({ session }) => session?.project?.fileName)
  const place = useSession(({ session }) => session?.project?.synchronised ?? null)
  const known = place !== null
  const synchroniser = place?.synchroniser ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: said again for another project in the same place
  useEffect(() => {
    if (known) notify(placeWarning({ synchroniser }), { tone: 'bad' })
  }, [known, synchroniser, file])
}
