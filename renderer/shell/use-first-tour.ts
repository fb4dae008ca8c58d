import { useEffect } from 'react'
import type { Session } from '#app/contract'
import { openDialog } from './dialog-store.ts'

/** The file of the sample project; see main/services/sample.ts. */
const SAMPLE = 'Sample.assay'

/** Opens the first page of help on the sample project, for who has not seen it yet. */
export function useFirstTour(session: Session | null): void {
  const wanted = session?.project?.fileName === SAMPLE && !session.preferences.toured
  useEffect(() => {
    if (wanted) openDialog('tour')
  }, [wanted])
}
