import { useEffect } from 'react'
import type { Session } from '#app/contract'
import { say } from '../messages/messages.ts'

/** The window bears the name of its project. */
export function useWindowTitle(session: Session | null): void {
  const name = session?.project?.project.name
  useEffect(() => {
    document.title = name === undefined ? 'Assay' : say('shell.window-title', { project: name })
  }, [name])
}
